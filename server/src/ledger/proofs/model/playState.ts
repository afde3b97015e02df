// What the reference ledger remembers of activities, rewards and prices that may still fall: plain lists again.
import type { Conditions } from '@lantern/shared/activities/conditions.ts'
import type { ActivityState } from '@lantern/shared/activities/states.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import { PollConfig } from '@lantern/shared/features/poll/contract.ts'
import { RedPacketConfig } from '@lantern/shared/features/redPacket/contract.ts'
import { StepPriceConfig } from '@lantern/shared/features/stepPrice/contract.ts'
import { TestersConfig } from '@lantern/shared/features/testers/contract.ts'
import type { CouponTerms } from '@lantern/shared/rewards/reward.ts'

export type Play =
  | { readonly kind: 'poll'; readonly config: PollConfig }
  | { readonly kind: 'coupon'; readonly config: CouponConfig }
  | { readonly kind: 'redPacket'; readonly config: RedPacketConfig }
  | { readonly kind: 'stepPrice'; readonly config: StepPriceConfig }
  | { readonly kind: 'testers'; readonly config: TestersConfig }

export interface ModelEntry {
  readonly no: number
  readonly viewerId: string
  readonly crowd: string | null
  /** The latest that are known again. */
  requests: readonly string[]
  entry: unknown
  /** When it was told of last. */
  told: number
}

export interface ModelActivity {
  readonly id: string
  readonly play: Play
  /** What was asked for when it was made. */
  readonly asked: unknown
  readonly seed: string
  readonly places: number | null
  readonly conditions: Conditions
  readonly opensAt: number | null
  readonly lengthMs: number | null
  readonly entries: ModelEntry[]
  state: ActivityState
  waitsFor: WaitsFor | null
  openedAt: number | null
  closesAt: number | null
  closedAt: number | null
  /** When it was moved last, and when it was told of last. */
  revision: number
  told: number
  /** A price that it opened has not been brought to the holds that live. */
  isBehind: boolean
}

export interface ModelReward {
  readonly id: string
  readonly activityId: string
  readonly viewerId: string
  /** The hold whose payment earned it, and the place it was given for. */
  readonly paidBy: string | null
  readonly no: number | null
  /** Null: it is a place on a list. */
  readonly coupon: CouponTerms | null
  state: 'granted' | 'used' | 'expired' | 'withdrawn'
  until: number | null
  /** Kept for it, or used with it. */
  holdId: string | null
  /** Orders that were paid late with it while another hold had it. */
  owed: readonly string[]
}

export interface ModelPrice {
  readonly kind: 'sale_price' | 'step_price'
  readonly ref: string
}

export interface ModelCoupon {
  readonly ref: string
  readonly amountMinor: number
}

export interface ModelDifference {
  readonly activityId: string
  readonly holdId: string
  state: 'waiting' | 'even' | 'by_hand' | 'asked'
  dueMinor: number
}

export function readPlay({ kind, config }: { readonly kind: string; readonly config: unknown }): Play {
  if (kind === 'poll') return { kind, config: PollConfig.parse(config) }
  if (kind === 'coupon') return { kind, config: CouponConfig.parse(config) }
  if (kind === 'redPacket') return { kind, config: RedPacketConfig.parse(config) }
  if (kind === 'stepPrice') return { kind, config: StepPriceConfig.parse(config) }
  if (kind === 'testers') return { kind, config: TestersConfig.parse(config) }
  throw new Error(`the model does not know ${kind}`)
}
