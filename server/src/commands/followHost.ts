// Records where the host's picture is whenever the SFU says that it came, was taken off the air, left or died.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { HostDevice, HostPicture, HostStatus } from '@lantern/shared/contract/things.ts'
import type { Log } from '../ops/log.ts'
import type { SfuChange } from '../media/sfu.ts'
import type { Ports } from './command.ts'

type HostPorts = Pick<Ports, 'store' | 'rooms' | 'settings'> & { readonly log: Log }

export interface HostFollower {
  /** Returns at once; changes are recorded in the order they came. */
  follow(change: SfuChange): void
  /** Resolves when all that was followed is recorded. */
  settle(): Promise<void>
}

interface Flowing {
  readonly showId: ShowId
  readonly picture: HostPicture
}

interface Sending extends Flowing {
  readonly device: HostDevice | null
}

async function recordOn({ store, rooms, settings }: HostPorts, { showId, picture, device }: Sending): Promise<void> {
  await store.setHost(showId, { status: 'on', mediaNode: settings.nodeUrl, renew: true, picture, device })
  rooms.announce(showId)
}

async function recordAway({ store, rooms, settings }: HostPorts, showId: ShowId): Promise<void> {
  const record = await store.readRoom(showId)
  // The host may be on air through another process by now: this one's news is old then.
  if (record === null || record.room.show.mediaNode !== settings.nodeUrl) return

  const status: HostStatus = record.room.show.phase === 'live' ? 'away' : 'off'
  await store.setHost(showId, { status, mediaNode: settings.nodeUrl, renew: false })
  rooms.announce(showId)
}

async function recordPicture({ store, rooms, settings }: HostPorts, { showId, picture }: Flowing): Promise<void> {
  const show = (await store.readRoom(showId))?.room.show
  if (show?.mediaNode !== settings.nodeUrl || show.host !== 'on') return

  await store.setHost(showId, { status: 'on', mediaNode: settings.nodeUrl, renew: false, picture })
  rooms.announce(showId)
}

function record(ports: HostPorts, change: Exclude<SfuChange, { kind: 'reset' }>): Promise<void> {
  if (change.kind === 'picture') return recordPicture(ports, change)
  return change.status === 'on' ? recordOn(ports, change) : recordAway(ports, change.showId)
}

export function createHostFollower(ports: HostPorts): HostFollower {
  let last = Promise.resolve()
  const follow = (change: SfuChange) => {
    if (change.kind === 'reset') return
    last = last
      .then(() => record(ports, change))
      .catch((error: unknown) => ports.log.error({ err: error, showId: change.showId }, 'host not recorded'))
  }
  return { follow, settle: () => last }
}
