// One stage per show on this node: its router, the host's side that plays there now, and what the room must hear about it.
import type { types } from 'mediasoup'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { MEDIA_CODECS } from './codecs.ts'
import type { HostPicture } from '@lantern/shared/contract/things.ts'
import type { SfuOptions } from './sfu.ts'
import { pictureOf } from './sides.ts'
import type { SendSide } from './sides.ts'
import type { Slot, WorkerPool } from './workers.ts'

export interface Stage {
  readonly showId: ShowId
  readonly slot: Slot
  readonly router: types.Router
  /** Whose video plays; null while there is none. */
  host: SendSide | null
  told: 'on' | 'away' | null
  toldPicture: HostPicture
}

export interface Stages {
  get(showId: ShowId): Stage | null
  /** The show's stage, made when it is not there; null when no worker lives. */
  open(showId: ShowId): Promise<Stage | null>
  /** This side's video plays from now on; another side that did so is closed. */
  play(stage: Stage, side: SendSide): void
  /** The side's path is gone for now, or back. */
  pathChanged(stage: Stage, side: SendSide, alive: boolean): void
  /** The side sends, or pauses, more or less of itself than before. */
  pictureChanged(stage: Stage, side: SendSide): void
  /** The side is closed for good. */
  left(stage: Stage, side: SendSide): void
  /** The host is elsewhere now: whose video plays here is told and closed, and nobody hears that it left. */
  giveWay(showId: ShowId): void
  close(showId: ShowId): void
  /** Forgets the stages of a dead worker and tells their rooms. */
  workerDied(slot: Slot): void
}

type OnChange = SfuOptions['onChange']

/** Tells how the host is and what of it flows, when that is news. */
function createTeller(onChange: OnChange) {
  const tell = (stage: Stage, status: 'on' | 'away') => {
    const { showId, host } = stage
    stage.told = status
    if (status === 'away' || !host) return onChange({ showId, kind: 'host', status: 'away' })
    stage.toldPicture = pictureOf(host)
    onChange({ showId, kind: 'host', status, picture: stage.toldPicture, device: host.device })
  }
  const tellPicture = (stage: Stage, side: SendSide) => {
    const picture = pictureOf(side)
    if (stage.host !== side || stage.told !== 'on' || stage.toldPicture === picture) return
    stage.toldPicture = picture
    onChange({ showId: stage.showId, kind: 'picture', picture })
  }
  return { tell, tellPicture }
}

export function createStages(pool: () => WorkerPool, onChange: OnChange): Stages {
  const stages = new Map<ShowId, Stage>()
  const opening = new Map<ShowId, Promise<Stage | null>>()
  const { tell, tellPicture } = createTeller(onChange)

  return {
    get: (showId) => living(stages.get(showId)),
    open(showId) {
      const known = living(stages.get(showId))
      if (known) return Promise.resolve(known)
      const pending = opening.get(showId) ?? openStage(showId, { pool: pool(), stages })
      opening.set(showId, pending)
      return pending.finally(() => opening.delete(showId))
    },
    play(stage, side) {
      const before = stage.host
      stage.host = side
      if (before) onChange({ showId: stage.showId, kind: 'reset', reason: 'producer_changed' })
      if (before !== side) before?.transport.close()
      if (before !== side || stage.told !== 'on') tell(stage, 'on')
    },
    pathChanged(stage, side, alive) {
      const status = alive ? 'on' : 'away'
      if (stage.host === side && stage.told !== status) tell(stage, status)
    },
    pictureChanged: tellPicture,
    left(stage, side) {
      if (stage.host !== side || stage.router.closed) return
      stage.host = null
      onChange({ showId: stage.showId, kind: 'reset', reason: 'producer_closed' })
      if (stage.told === 'on') tell(stage, 'away')
    },
    giveWay: (showId) => cutOff(living(stages.get(showId)), onChange),
    close(showId) {
      const stage = stages.get(showId)
      stages.delete(showId)
      stage?.router.close()
    },
    workerDied(slot) {
      for (const stage of [...stages.values()].filter((one) => one.slot === slot)) {
        stages.delete(stage.showId)
        onChange({ showId: stage.showId, kind: 'reset', reason: 'worker_died' })
        if (stage.told === 'on') tell(stage, 'away')
      }
    },
  }
}

/** Whoever sends there learns that the show has another host. */
function cutOff(stage: Stage | null, onChange: OnChange): void {
  const host = stage?.host
  if (!stage || !host) return
  Object.assign(stage, { host: null, told: null })
  onChange({ showId: stage.showId, kind: 'reset', reason: 'producer_changed' })
  host.transport.close()
}

function living(stage: Stage | undefined): Stage | null {
  return stage && !stage.router.closed ? stage : null
}

interface Opening {
  readonly pool: WorkerPool
  readonly stages: Map<ShowId, Stage>
}

async function openStage(showId: ShowId, { pool, stages }: Opening): Promise<Stage | null> {
  const load = (slot: Slot) => [...stages.values()].filter((stage) => stage.slot === slot).length
  const slot = await pool.pick(load)
  if (!slot) return null
  try {
    const router = await slot.worker.createRouter({ mediaCodecs: MEDIA_CODECS })
    const stage: Stage = { showId, slot, router, host: null, told: null, toldPicture: 'shown' }
    stages.set(showId, stage)
    return stage
  } catch (error) {
    if (slot.worker.closed) return null
    throw error
  }
}
