// What the ledger answered, as the author of the comment is told it.
import type { Bought, BuyRefusal } from '@lantern/shared/contract/commentOrders.ts'
import type { Refusal } from '@lantern/shared/contract/refusals.ts'
import { Hold } from '@lantern/shared/contract/things.ts'
import type { ChangeOutcome, PlaceOutcome } from '../../ledger/ledger.ts'

function toBuyRefusal({ code, retryAfterMs, detail }: Refusal): BuyRefusal {
  const hold = Hold.safeParse(detail?.['hold'])
  return { code, retryAfterMs: retryAfterMs ?? null, hold: hold.success ? hold.data : null }
}

export function refusedBy(refusal: Refusal): Bought {
  return { kind: 'refused', refusal: toBuyRefusal(refusal) }
}

/** Every hold that came of it, and the first refusal beside them. */
export function sumUp(
  kind: 'held' | 'cancelled',
  outcomes: readonly (PlaceOutcome | ChangeOutcome | Refusal)[],
): Bought | null {
  const holds = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  const refused = outcomes.find((outcome) => !outcome.ok)
  const refusal = refused && !refused.ok ? toBuyRefusal(refused) : null
  if (holds.length > 0) return { kind, holds, refusal }
  return refusal && { kind: 'refused', refusal }
}
