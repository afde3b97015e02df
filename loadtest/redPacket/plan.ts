// What the rush at a red packet asks for.
export const RUSH = {
  taps: 2000,
  withinMs: 1000,
  places: 20,
  totalMinor: 20_000,
  leastMinor: 200,
  /** What 99 of 100 replies may take at most. */
  p99Ms: 250,
  /** People behind one address. */
  perAddress: 20,
} as const
export type RushPlan = Readonly<Record<keyof typeof RUSH, number>>

/** What one tap was answered. */
export interface Tapped {
  readonly ok: boolean
  readonly code: string | null
  /** Of a place. */
  readonly no: number | null
  readonly amountMinor: number | null
  readonly ms: number
}

export interface TapAll {
  readonly url: string
  readonly show: string
  readonly plan: RushPlan
}

export type ToTappers =
  | ({ readonly type: 'join' } & TapAll)
  /** All of them, spread over the plan's time. */
  | { readonly type: 'tap'; readonly activityId: string }

export type FromTappers =
  | { readonly type: 'joined'; readonly joined: number }
  | { readonly type: 'tapped'; readonly taps: readonly Tapped[]; readonly lagMs: readonly number[] }
