// The form of a coupon as a value: what was set, what is wrong with it, and the command it becomes.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import { type CouponConfig, MOST_PLACES, MOST_TITLE } from '@lantern/shared/features/coupon/contract.ts'
import { MOST_PERCENT } from '@lantern/shared/rewards/reward.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import { figuresOf } from '@lantern/shared/ui/typed.ts'
import { type ConditionDraft, conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import type { WordKey } from '../../words.ts'

export const GOOD_FOR = ['tonight', 'threeDays', 'week', 'month'] as const
export type GoodFor = (typeof GOOD_FOR)[number]

export interface CouponDraft {
  readonly title: string
  readonly kind: 'amount' | 'percent'
  /** As they are typed. */
  readonly off: string
  readonly from: string
  readonly count: string
  /** Empty: everything. */
  readonly productIds: readonly ProductId[]
  readonly good: GoodFor
  readonly given: CouponConfig['given']
  /** Null: until it is closed by hand. */
  readonly lengthMs: number | null
  readonly who: ConditionDraft
}

export type CouponField = 'title' | 'off' | 'from' | 'count'
export type CouponProblems = Readonly<Record<CouponField, WordKey | null>>
export type CouponAsked = Omit<CommandInput<'coupon:make'>, 'activityId' | 'start' | 'opensAt'>

const USUAL_LENGTH_MS = 600_000

/** Ready but for how much: that is the shop's money. */
export function draftFor(title: string): CouponDraft {
  return {
    title,
    kind: 'amount',
    off: '',
    from: '',
    count: '100',
    productIds: [],
    good: 'tonight',
    given: 'claim',
    lengthMs: USUAL_LENGTH_MS,
    who: EVERYONE,
  }
}

interface Checking {
  readonly currency: string
  readonly now: number
}

export interface CheckedCoupon {
  readonly problems: CouponProblems
  /** Null: something is missing or wrong. */
  readonly asked: CouponAsked | null
  /** All of them together take off no more than this; null: not known, a part of sums that nobody knows. */
  readonly costsMinor: number | null
  /** The smallest order it is good for would cost nothing. */
  readonly isWhole: boolean
}

export function checkCoupon(draft: CouponDraft, { currency, now }: Checking): CheckedCoupon {
  const title = draft.title.trim()
  const off = offIn(draft, currency)
  const fromMinor = draft.from.trim() === '' ? 0 : parseMoney(draft.from, placesOf(currency))
  const places = wholeIn(draft.count, MOST_PLACES)
  const problems: CouponProblems = {
    title: titleProblem(title),
    off: off === null ? offProblem(draft) : null,
    from: fromMinor === null ? 'coupon.badAmount' : null,
    count: places === null ? 'coupon.badCount' : null,
  }
  const sums = sumsOf({ off, fromMinor, places })
  const who = conditionsIn(draft)
  if (problems.title !== null || off === null || fromMinor === null || places === null || who === null) {
    return { problems, asked: null, ...sums }
  }
  const { given, lengthMs } = draft
  const productIds = draft.productIds.length === 0 ? null : [...draft.productIds]
  const good = goodOf(draft.good, now)
  const asked = { title, off, currency, fromMinor, productIds, places, good, given, lengthMs, conditions: who }
  return { problems, asked, ...sums }
}

function titleProblem(title: string): WordKey | null {
  if (title === '') return 'coupon.noTitle'
  return title.length > MOST_TITLE ? 'coupon.tooLong' : null
}

/** What nobody has typed yet is not wrong. */
function offProblem({ off, kind }: CouponDraft): WordKey | null {
  if (off === '') return null
  return kind === 'amount' ? 'coupon.badAmount' : 'coupon.badPercent'
}

/** Whoever pays is asked nothing else. */
function conditionsIn({ given, who }: CouponDraft) {
  return given === 'paid' ? [] : conditionsOf(who)
}

interface Read {
  readonly off: CouponConfig['off'] | null
  readonly fromMinor: number | null
  readonly places: number | null
}

function sumsOf({ off, fromMinor, places }: Read): Pick<CheckedCoupon, 'costsMinor' | 'isWhole'> {
  if (off === null || !('minor' in off)) return { costsMinor: null, isWhole: false }
  return {
    costsMinor: places === null ? null : off.minor * places,
    isWhole: fromMinor !== null && fromMinor <= off.minor,
  }
}

function offIn({ kind, off }: CouponDraft, currency: string): CouponConfig['off'] | null {
  if (kind === 'percent') {
    const percent = wholeIn(off, MOST_PERCENT)
    return percent === null ? null : { percent }
  }
  const minor = parseMoney(off, placesOf(currency))
  return minor === null || minor === 0 ? null : { minor }
}

function wholeIn(typed: string, most: number): number | null {
  const figures = figuresOf(typed)
  const n = /^\d{1,6}$/.test(figures) ? Number(figures) : 0
  return n >= 1 && n <= most ? n : null
}

const DAY_MS = 86_400_000
const DAYS = { threeDays: 3, week: 7, month: 30 } as const

/** Midnight is the shop's own, on the device that makes it; days count from when each is given. */
export function goodOf(good: GoodFor, now: number): CouponConfig['good'] {
  if (good !== 'tonight') return { forMs: DAYS[good] * DAY_MS }
  const midnight = new Date(now)
  midnight.setHours(24, 0, 0, 0)
  return { until: midnight.getTime() }
}

export function couponMake(
  activityId: ActivityId,
  asked: CouponAsked,
  start: CommandInput<'coupon:make'>['start'],
): CommandInput<'coupon:make'> {
  return { activityId, start, opensAt: null, ...asked }
}
