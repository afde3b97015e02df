// Which comments each viewer is shown when there are more than anyone can read; staff see all of them.
import type { RoomEvent } from '@lantern/shared/contract/events.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { Facts } from './facts.ts'

export interface SamplingRules {
  /** Comments a second; a second's worth may come at once. 0: all are shown. */
  readonly perSecond: number
  /** Shown before others: staff, and who has bought. */
  isFirst(comment: Comment): boolean
  /** Told how many viewers do not see; they are stored like all others. */
  onLeftOut(count: number): void
}

/** Splits what waited into what everyone gets and what only staff do; `now` is in ms and never goes back. */
export type Sample = (events: readonly RoomEvent[], now: number) => Facts

/** `count` of them, spread evenly. */
function spread<Value>(values: readonly Value[], count: number): Value[] {
  return Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)]).filter(
    (value) => value !== undefined,
  )
}

function choose(comments: readonly Comment[], count: number, isFirst: SamplingRules['isFirst']): ReadonlySet<Comment> {
  const first = comments.filter(isFirst)
  const chosen = new Set(spread(first, Math.min(count, first.length)))
  const others = comments.filter((comment) => !isFirst(comment))
  for (const one of spread(others, Math.min(count - chosen.size, others.length))) chosen.add(one)
  return chosen
}

function createAllowance(perSecond: number) {
  let left = perSecond
  let seenAt = -Infinity
  return {
    at: (now: number) => {
      left = Math.min(perSecond, left + Math.max(0, ((now - seenAt) * perSecond) / 1000))
      seenAt = now
      return Math.floor(left)
    },
    spend: (count: number) => void (left -= count),
  }
}

export function createSample({ perSecond, isFirst, onLeftOut }: SamplingRules): Sample {
  const allowance = createAllowance(perSecond)

  const sampled = (event: RoomEvent, now: number): Facts => {
    if (event.type !== 'comments:added') return { everyone: [event], staffOnly: [] }
    const { comments } = event
    const count = Math.min(allowance.at(now), comments.length)
    allowance.spend(count)
    if (count === comments.length) return { everyone: [event], staffOnly: [] }
    onLeftOut(comments.length - count)
    const chosen = choose(comments, count, isFirst)
    const of = (wanted: boolean): RoomEvent[] => {
      const some = comments.filter((comment) => chosen.has(comment) === wanted)
      return some.length === 0 ? [] : [{ ...event, comments: some }]
    }
    return { everyone: of(true), staffOnly: of(false) }
  }
  return (events, now) => {
    if (perSecond === 0) return { everyone: events, staffOnly: [] }
    const parts = events.map((event) => sampled(event, now))
    return {
      everyone: parts.flatMap(({ everyone }) => everyone),
      staffOnly: parts.flatMap(({ staffOnly }) => staffOnly),
    }
  }
}
