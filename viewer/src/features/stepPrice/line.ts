// The part of a line of steps that is shown: where the buyers are, the next step and the last; those between are dots.
import type { Mark, StepLook } from '@lantern/shared/features/stepPrice/look.ts'

export interface StepLine {
  /** With a price each; never more than three, for more have no room beside the button. */
  readonly named: readonly Mark[]
  readonly dots: readonly Mark[]
  /** 0 to 100 of what is shown. */
  readonly percent: number
}

const MOST_NAMED = 3
const MIDDLE = 50

export function lineOf({ marks, reached, percent }: Pick<StepLook, 'marks' | 'reached' | 'percent'>): StepLine {
  if (marks.length <= MOST_NAMED) return { named: marks, dots: marks.slice(1), percent }
  const from = Math.min(reached, marks.length - MOST_NAMED)
  const [first, next, ...further] = marks.slice(from)
  if (first === undefined || next === undefined) return { named: marks, dots: marks.slice(1), percent }
  const part = (100 - MIDDLE) / further.length
  const dots = [{ ...next, at: MIDDLE }, ...further.map((mark, nth) => ({ ...mark, at: MIDDLE + part * (nth + 1) }))]
  return {
    named: [first, next, ...further.slice(-1)],
    dots,
    percent: placeOf(percent, [first, ...marks.slice(from + 1)], dots),
  }
}

/** A place on the whole line as a place on what is shown of it. */
function placeOf(percent: number, marks: readonly Mark[], dots: readonly Mark[]): number {
  const nth = marks.findLastIndex(({ at }) => at <= percent)
  const [start, end] = [marks[nth]?.at ?? 0, marks[nth + 1]?.at ?? 100]
  const [from, to] = [nth <= 0 ? 0 : (dots[nth - 1]?.at ?? 100), dots[Math.max(nth, 0)]?.at ?? 100]
  return from + (to - from) * (end === start ? 0 : (percent - start) / (end - start))
}
