// What staff type for an offer becomes numbers of the contract; and which offer too many let run out.
import type { Offer } from '@lantern/shared/contract/things.ts'

const MINUTE = 60_000
const LAPSES = 5

/** Minutes, also `2.5` and `2,5`, as milliseconds: from half a minute to two hours. */
export function readMinutes(text: string): number | null {
  const written = text.trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(written)) return null
  const ms = Math.round(Number(written) * MINUTE)
  return ms >= MINUTE / 2 && ms <= 120 * MINUTE ? ms : null
}

export function writeMinutes(holdMs: number): string {
  return String(Math.round((holdMs / MINUTE) * 100) / 100)
}

/** The offer most holds ran out on, where that is at least five and more than was paid. */
export function mostLapsed(offers: readonly Offer[]): Offer | null {
  const [first] = offers
    .filter(({ policy, lapsed, paid }) => policy === 'lock_on_hold' && lapsed >= LAPSES && lapsed > paid)
    .sort((one, other) => other.lapsed - one.lapsed)
  return first ?? null
}
