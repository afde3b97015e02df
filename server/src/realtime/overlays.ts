// The overlays on this process: what is sold is told to them, and a new address closes those that came with an older one.
import type { EventPayload } from '@lantern/shared/contract/events.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import type { Overlay, Ports } from '../commands/command.ts'
import type { Log } from '../ops/log.ts'
import type { RoomSocket } from './sockets.ts'

type OverlayRecords = Pick<Ports['store'], 'leaveOverlay' | 'findOverlayKey'>
type OverlayKey = NonNullable<Awaited<ReturnType<OverlayRecords['findOverlayKey']>>>

export interface Overlays {
  /** Looks once more whether its token is still good: what was changed before it was added here was told to nobody. */
  add(socket: RoomSocket, overlay: Overlay): void
  /** Says that it was closed. Idempotent. */
  remove(socket: RoomSocket, overlay: Overlay): void
  /** The latest paid orders of the show, read only when an overlay is there to hear of them. */
  tellSold(showId: ShowId, read: () => SoldOrder[]): void
  /** Closes the show's overlays that came with an older key. */
  keepOnly(showId: ShowId, key: OverlayKey): void
}

interface OverlaysParts {
  readonly store: OverlayRecords
  readonly log: Log
}

const OVER: EventPayload<'session:over'> = { code: 'NOT_ALLOWED' }

export function createOverlays({ store, log }: OverlaysParts): Overlays {
  const here = new Map<ShowId, Map<RoomSocket, Overlay>>()

  const closeOlder = (socket: RoomSocket, { keyVersion }: Overlay, { version }: OverlayKey) => {
    if (keyVersion >= version) return
    socket.emit('session:over', OVER)
    socket.disconnect(true)
  }
  const lookAgain = async (socket: RoomSocket, overlay: Overlay) => {
    const key = await store.findOverlayKey(overlay.showId)
    if (key !== null) closeOlder(socket, overlay, key)
  }
  const remove = (socket: RoomSocket, { showId, viewerId }: Overlay) => {
    const ofShow = here.get(showId)
    if (ofShow?.delete(socket) !== true) return
    if (ofShow.size === 0) here.delete(showId)
    // Without it staff read "no sign" a little later: nothing more is lost.
    store.leaveOverlay(viewerId).catch((error: unknown) => log.warn({ err: error }, 'overlay not noted as closed'))
  }
  return {
    add: (socket, overlay) => {
      const ofShow = here.get(overlay.showId) ?? new Map<RoomSocket, Overlay>()
      here.set(overlay.showId, ofShow.set(socket, overlay))
      lookAgain(socket, overlay).catch((error: unknown) => log.warn({ err: error }, 'overlay key not read'))
    },
    remove,
    tellSold: (showId, read) => {
      const ofShow = here.get(showId)
      if (ofShow === undefined) return
      const sold = read()
      for (const socket of ofShow.keys()) socket.emit('sold:changed', { sold })
    },
    keepOnly: (showId, key) => {
      for (const [socket, overlay] of [...(here.get(showId) ?? [])]) closeOlder(socket, overlay, key)
    },
  }
}
