// What stood in the way of a step of the round trip, as a problem whose sentence says what to do.
import type { TripProblem, TripStep } from '@lantern/shared/contract/connections.ts'
import type { Refusal } from '@lantern/shared/contract/refusals.ts'

export type Found = Omit<TripStep, 'id'>

const MOST_WHY = 300

export function whyOf({ code, detail }: Refusal): string {
  const why = detail?.['why']
  return (typeof why === 'string' ? why : code).slice(0, MOST_WHY)
}

/** By what shops say when they refuse: each kind has its own words for the same. */
const READINGS: readonly (readonly [RegExp, TripProblem])[] = [
  [/has \d+ sales channels/i, 'several_channels'],
  [/^status (400|404):.*\bregion\b/i, 'region_unknown'],
  [/^status (400|404):.*stock.?location/i, 'location_unknown'],
  [/\bstatus (401|403)\b|publishable key|invalid (api key|token|signature)|access denied/i, 'keys_refused'],
  [/\bstatus 404\b|^an answer in another shape$|no permalink|no UCP/i, 'not_this_shop'],
]

export function problemOf(refusal: Refusal, host: string): Pick<TripStep, 'problem' | 'detail'> {
  const why = whyOf(refusal)
  const detail = { host, why }
  if (refusal.code === 'SHOP_UNREACHABLE') return { problem: 'shop_silent', detail }
  if (refusal.code === 'PRICE_DIFFERS') return { problem: 'price_differs', detail }
  return { problem: READINGS.find(([words]) => words.test(why))?.[1] ?? 'shop_refused', detail }
}

export const failed = (problem: TripProblem, detail: TripStep['detail'] = {}): Found => ({
  state: 'failed',
  figures: {},
  problem,
  detail,
})

export const toDo = (problem: TripProblem, detail: TripStep['detail'] = {}): Found => ({
  ...failed(problem, detail),
  state: 'to_do',
})

export const passed = (figures: TripStep['figures'] = {}): Found => ({
  state: 'passed',
  figures,
  problem: null,
  detail: {},
})

/** The kind is used without; `problem`: what would change that. */
export const cannot = (problem: TripProblem | null = null): Found => ({ ...passed(), state: 'cannot', problem })

export const refused = (refusal: Refusal, host: string): Found => ({
  state: 'failed',
  figures: {},
  ...problemOf(refusal, host),
})
