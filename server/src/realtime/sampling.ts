// Which comments each viewer is shown when there are more than anyone can read; staff see all of them.
import type { Comment } from '@lantern/shared/contract/things.ts'

export interface SamplingRules {
  /** Comments a second; a second's worth may come at once. 0: all are shown. */
  readonly perSecond: number
  /** Shown before others: staff, and who has bought. */
  isFirst(comment: Comment): boolean
  /** Told how many viewers do not see; they are stored like all others. */
  onLeftOut(count: number): void
}

/** What everyone gets, and what only staff do. */
export interface Sampled {
  readonly everyone: readonly Comment[]
  readonly staffOnly: readonly Comment[]
}

/** Splits what waited; `now` is in ms and never goes back. */
export type Sample = (comments: readonly Comment[], now: number) => Sampled

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
  return (comments, now) => {
    if (perSecond === 0) return { everyone: comments, staffOnly: [] }
    const count = Math.min(allowance.at(now), comments.length)
    allowance.spend(count)
    if (count === comments.length) return { everyone: comments, staffOnly: [] }
    onLeftOut(comments.length - count)
    const chosen = choose(comments, count, isFirst)
    return {
      everyone: comments.filter((comment) => chosen.has(comment)),
      staffOnly: comments.filter((comment) => !chosen.has(comment)),
    }
  }
}
