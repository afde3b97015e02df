// Which of all plays of the room stand where: one in the place over the card, those that run beside it as tiles.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'

/** More would take the room of the picture. */
const MOST_BESIDE = 2

export interface Listed {
  /** The key of its part, which is the name of its kind. */
  readonly kind: string
  readonly life: ActivityLife
  /** The viewer has still something to do in it, although it is over. */
  readonly calls?: boolean
}

/** What the viewer has made of it, as long as the same one is in front. */
export interface Choice {
  readonly front: ActivityId | null
  /** Which one they took from beside; null: the one in front. */
  readonly taken: ActivityId | null
  readonly isOpen: boolean
}

export interface Places {
  /** In the place over the card; null: nothing. */
  readonly placed: Listed | null
  readonly isOpen: boolean
  readonly beside: readonly Listed[]
}

/** The one that staff have brought in front; cancelled it is gone. */
export function frontOf(all: readonly Listed[], frontId: ActivityId | null): Listed | null {
  return all.find(({ life }) => life.id === frontId && life.state !== 'cancelled') ?? null
}

/** Whatever comes to the front is opened, whatever the viewer had open before. */
export function placesOf(all: readonly Listed[], frontId: ActivityId | null, choice: Choice | null): Places {
  const front = frontOf(all, frontId)
  const known = choice?.front === (front?.life.id ?? null) ? choice : null
  const taken = all.find(({ life }) => life.id === known?.taken && life.state !== 'cancelled')
  const placed = taken ?? front
  const beside = all.filter(
    (one) => one !== placed && (one === front || one.life.state === 'open' || one.calls === true),
  )
  const first = beside.toSorted(byUrgency).slice(0, MOST_BESIDE)
  return { placed, isOpen: placed !== null && (known?.isOpen ?? true), beside: first }
}

/** What calls for the viewer, then the latest. */
function byUrgency(a: Listed, b: Listed): number {
  return Number(b.calls ?? false) - Number(a.calls ?? false) || b.life.revision - a.life.revision
}

/** One taken from beside goes back there, and the one in front is a line until it is opened. */
export function foldOf({ placed, isOpen }: Places, front: Listed | null): Choice {
  const frontId = front?.life.id ?? null
  const isTaken = placed !== null && placed !== front
  return { front: frontId, taken: null, isOpen: isTaken ? false : !isOpen }
}

export function takeOf(one: Listed, front: Listed | null): Choice {
  return { front: front?.life.id ?? null, taken: one.life.id, isOpen: true }
}
