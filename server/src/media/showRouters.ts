// The router of each show on this node, the host whose picture it carries, and what the room must hear about that.
import type { types } from 'mediasoup'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { MEDIA_CODECS } from './codecs.ts'
import type { HostPicture } from '@lantern/shared/contract/things.ts'
import type { SfuOptions } from './sfu.ts'
import { pictureOf } from './peerTransports.ts'
import type { Sending } from './peerTransports.ts'
import type { Slot, WorkerPool } from './workers.ts'

export interface ShowRouter {
  readonly showId: ShowId
  readonly slot: Slot
  readonly router: types.Router
  /** Whose video plays; null while there is none. */
  host: Sending | null
  told: 'on' | 'away' | null
  toldPicture: HostPicture
}

export interface ShowRouters {
  get(showId: ShowId): ShowRouter | null
  /** The show's router, made when it is not there; null when no worker lives. */
  open(showId: ShowId): Promise<ShowRouter | null>
  /** This host's video plays from now on; another that did so is closed. */
  play(showRouter: ShowRouter, sending: Sending): void
  /** The host's path is gone for now, or back. */
  pathChanged(showRouter: ShowRouter, sending: Sending, alive: boolean): void
  /** The host sends, or pauses, more or less of itself than before. */
  pictureChanged(showRouter: ShowRouter, sending: Sending): void
  /** The host is closed for good. */
  left(showRouter: ShowRouter, sending: Sending): void
  /** The host is elsewhere now: whose video plays here is told and closed, and nobody hears that it left. */
  giveWay(showId: ShowId): void
  close(showId: ShowId): void
  /** Forgets the routers of a dead worker and tells their rooms. */
  workerDied(slot: Slot): void
}

type OnChange = SfuOptions['onChange']

/** Tells how the host is and what of it flows, when that is news. */
function createTeller(onChange: OnChange) {
  const tell = (showRouter: ShowRouter, status: 'on' | 'away') => {
    const { showId, host } = showRouter
    showRouter.told = status
    if (status === 'away' || !host) return onChange({ showId, kind: 'host', status: 'away' })
    showRouter.toldPicture = pictureOf(host)
    onChange({ showId, kind: 'host', status, picture: showRouter.toldPicture, device: host.device })
  }
  const tellPicture = (showRouter: ShowRouter, sending: Sending) => {
    const picture = pictureOf(sending)
    if (showRouter.host !== sending || showRouter.told !== 'on' || showRouter.toldPicture === picture) return
    showRouter.toldPicture = picture
    onChange({ showId: showRouter.showId, kind: 'picture', picture })
  }
  return { tell, tellPicture }
}

export function createShowRouters(pool: () => WorkerPool, onChange: OnChange): ShowRouters {
  const showRouters = new Map<ShowId, ShowRouter>()
  const opening = new Map<ShowId, Promise<ShowRouter | null>>()
  const { tell, tellPicture } = createTeller(onChange)

  return {
    get: (showId) => living(showRouters.get(showId)),
    open(showId) {
      const known = living(showRouters.get(showId))
      if (known) return Promise.resolve(known)
      const pending = opening.get(showId) ?? openShowRouter(showId, { pool: pool(), showRouters })
      opening.set(showId, pending)
      return pending.finally(() => opening.delete(showId))
    },
    play(showRouter, sending) {
      const before = showRouter.host
      showRouter.host = sending
      if (before) onChange({ showId: showRouter.showId, kind: 'reset', reason: 'producer_changed' })
      if (before !== sending) before?.transport.close()
      if (before !== sending || showRouter.told !== 'on') tell(showRouter, 'on')
    },
    pathChanged(showRouter, sending, alive) {
      const status = alive ? 'on' : 'away'
      if (showRouter.host === sending && showRouter.told !== status) tell(showRouter, status)
    },
    pictureChanged: tellPicture,
    left(showRouter, sending) {
      if (showRouter.host !== sending || showRouter.router.closed) return
      showRouter.host = null
      onChange({ showId: showRouter.showId, kind: 'reset', reason: 'producer_closed' })
      if (showRouter.told === 'on') tell(showRouter, 'away')
    },
    giveWay: (showId) => cutOff(living(showRouters.get(showId)), onChange),
    close(showId) {
      const showRouter = showRouters.get(showId)
      showRouters.delete(showId)
      showRouter?.router.close()
    },
    workerDied(slot) {
      for (const showRouter of [...showRouters.values()].filter((one) => one.slot === slot)) {
        showRouters.delete(showRouter.showId)
        onChange({ showId: showRouter.showId, kind: 'reset', reason: 'worker_died' })
        if (showRouter.told === 'on') tell(showRouter, 'away')
      }
    },
  }
}

/** Whoever sends there learns that the show has another host. */
function cutOff(showRouter: ShowRouter | null, onChange: OnChange): void {
  const host = showRouter?.host
  if (!showRouter || !host) return
  Object.assign(showRouter, { host: null, told: null })
  onChange({ showId: showRouter.showId, kind: 'reset', reason: 'producer_changed' })
  host.transport.close()
}

function living(showRouter: ShowRouter | undefined): ShowRouter | null {
  return showRouter && !showRouter.router.closed ? showRouter : null
}

interface Opening {
  readonly pool: WorkerPool
  readonly showRouters: Map<ShowId, ShowRouter>
}

async function openShowRouter(showId: ShowId, { pool, showRouters }: Opening): Promise<ShowRouter | null> {
  const load = (slot: Slot) => [...showRouters.values()].filter((showRouter) => showRouter.slot === slot).length
  const slot = await pool.pick(load)
  if (!slot) return null
  try {
    const router = await slot.worker.createRouter({ mediaCodecs: MEDIA_CODECS })
    const showRouter: ShowRouter = { showId, slot, router, host: null, told: null, toldPicture: 'shown' }
    showRouters.set(showId, showRouter)
    return showRouter
  } catch (error) {
    if (slot.worker.closed) return null
    throw error
  }
}
