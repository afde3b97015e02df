// Money that has gone back of an order of several holds: what the studio asked for has a note that names its hold.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { backOfShares } from '../../domain/shares.ts'

/** Null: for which of the order's holds is not told. */
export interface Back {
  readonly amountMinor: number
  readonly holdId: HoldId | null
}

export interface NotedRefund {
  /** Null: not readable. */
  readonly minor: number | null
  readonly note: string | null | undefined
}

const NOTE = 'Lantern '
export const noteOf = (holdId: HoldId) => `${NOTE}${holdId}`
export const isOurNote = (note: string) => note.startsWith(NOTE)

/** `backMinor`: all that has gone back; what no note of ours names is the shop's own doing. */
export function namedBacks(
  refunds: readonly NotedRefund[],
  { holdIds, backMinor }: { readonly holdIds: readonly HoldId[]; readonly backMinor: number },
): readonly Back[] {
  const named = refunds.flatMap(({ minor, note }) => {
    const holdId = holdIds.find((id) => note === noteOf(id))
    return holdId === undefined || minor === null ? [] : [{ holdId, amountMinor: minor }]
  })
  const rest = backMinor - named.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return rest > 0 ? [...named, { holdId: null, amountMinor: rest }] : named
}

/** For each hold; `parts`: what of the order could go back for it. */
export function backOfEach(parts: ReadonlyMap<HoldId, number>, backs: readonly Back[]): ReadonlyMap<string, number> {
  const sumFor = (wanted: HoldId | null) =>
    backs.reduce((sum, { holdId, amountMinor }) => (holdId === wanted ? sum + amountMinor : sum), 0)
  const named = new Map([...parts.keys()].map((holdId) => [holdId, sumFor(holdId)]))
  return backOfShares({ parts, named, unnamedMinor: sumFor(null) })
}
