// The reference ledger's prices: of each line the lowest that is offered, then at most one coupon for the whole hold.
import type { ModelActivity, ModelCoupon, ModelPrice, ModelReward } from './playState.ts'
import type { ModelHold, ModelLine, ModelState } from './state.ts'
import { findOffer, findSale } from './state.ts'

export interface Priced {
  readonly unitPriceMinor: number
  readonly price: ModelPrice | null
  readonly coupon: ModelCoupon | null
}

type Buying = Pick<ModelHold, 'id' | 'viewerId' | 'lines'>

interface How {
  /** No coupon but the one it has: it is not placed or changed, its price falls. */
  readonly keepsCoupon?: boolean
  /** Its buyer goes on without one. */
  readonly withoutCoupon?: boolean
}

/** What the lines cost now; a price they have is theirs unless a lower one is offered. */
export function priceOf(state: ModelState, buying: Buying, how: How = {}): Priced[] {
  const { keepsCoupon = false, withoutCoupon = false } = how
  const prices = buying.lines.map((line) => lowest(state, line))
  const sums = buying.lines.map((line, nth) => line.quantity * (prices[nth]?.unitPriceMinor ?? line.listMinor))
  const shares = withoutCoupon ? [] : couponShares(state, buying, { sums, keepsCoupon })
  return prices.map((price, nth) => ({ ...price, coupon: shares[nth] ?? null }))
}

export function sumOf(lines: readonly ModelLine[], priced: readonly Priced[]): number {
  return lines.reduce((sum, { quantity }, nth) => {
    const { unitPriceMinor = 0, coupon = null } = priced[nth] ?? {}
    return sum + quantity * unitPriceMinor - (coupon?.amountMinor ?? 0)
  }, 0)
}

export function putPrices(lines: readonly ModelLine[], priced: readonly Priced[]): void {
  lines.forEach((line, nth) => Object.assign(line, priced[nth]))
}

type UnitPrice = Pick<Priced, 'unitPriceMinor' | 'price'>

function lowest(state: ModelState, line: ModelLine): UnitPrice {
  const own = line.price === null ? [] : [{ unitPriceMinor: line.unitPriceMinor, price: line.price }]
  const sale = findSale(state, line.saleId)
  const ofSale = sale ? [of('sale_price', sale.id, sale.priceMinor)] : []
  const ofSteps = state.activities
    .filter((activity) => activity.state === 'open' && isFor(activity, findOffer(state, line.offerId).productId))
    .flatMap((activity) => {
      const minor = stepReached(activity)
      return minor === null ? [] : [of('step_price', activity.id, minor)]
    })
  const all = [...own, ...ofSale, ...ofSteps].filter((each) => each.unitPriceMinor < line.listMinor)
  all.sort((a, b) => a.unitPriceMinor - b.unitPriceMinor || (nameOf(a.price) < nameOf(b.price) ? -1 : 1))
  return all[0] ?? { unitPriceMinor: line.listMinor, price: null }
}

function of(kind: ModelPrice['kind'], ref: string, unitPriceMinor: number) {
  return { unitPriceMinor, price: { kind, ref } }
}

const nameOf = ({ kind, ref }: ModelPrice) => `${kind} ${ref}`

export function isFor({ play }: ModelActivity, productId: string): boolean {
  return play.kind === 'stepPrice' && play.config.productId === productId
}

/** What a unit costs at the last step that so many buyers have reached; null: none is. */
export function stepReached({ play, entries }: ModelActivity): number | null {
  if (play.kind !== 'stepPrice') return null
  return play.config.steps.findLast(({ buyers }) => buyers <= entries.length)?.priceMinor ?? null
}

interface Spreading {
  readonly sums: readonly number[]
  readonly keepsCoupon: boolean
}

/** Of the best coupon what each line gets: by largest remainder, what is even by the names of the offers. */
function couponShares(state: ModelState, { id, viewerId, lines }: Buying, { sums, keepsCoupon }: Spreading) {
  const mine = state.rewards.filter((reward) => {
    if (reward.coupon === null || reward.state !== 'granted') return false
    if (reward.holdId === id) return true
    return !keepsCoupon && reward.holdId === null && reward.viewerId === viewerId && isGood(reward, state.now)
  })
  const found = mine.map((reward) => takeOff(state, reward, { lines, sums })).filter(({ off }) => off > 0)
  const key = ({ reward }: { reward: ModelReward }) => realRefOf(state, reward)
  const [best] = found.sort((a, b) => b.off - a.off || (key(a) < key(b) ? -1 : 1))
  return best ? spreadOver(best, lines) : []
}

const isGood = ({ until }: ModelReward, now: number) => until === null || until > now

/** As the database names it. */
export function realRefOf({ realOf }: Pick<ModelState, 'realOf'>, { activityId, paidBy, no }: ModelReward): string {
  return `${activityId}.${paidBy === null ? String(no) : `paid.${realOf(paidBy)}`}`
}

interface TakingOff {
  readonly reward: ModelReward
  readonly off: number
  /** What each line comes to where the coupon is good for it; else nothing. */
  readonly parts: readonly number[]
}

function takeOff(
  state: ModelState,
  reward: ModelReward,
  { lines, sums }: { lines: readonly ModelLine[]; sums: readonly number[] },
): TakingOff {
  const { productIds = null, fromMinor = 0, off = { minor: 0 } } = reward.coupon ?? {}
  const isIncluded = (line: ModelLine) =>
    productIds === null || productIds.some((id) => id === findOffer(state, line.offerId).productId)
  const parts = lines.map((line, nth) => (isIncluded(line) ? (sums[nth] ?? 0) : 0))
  const whole = parts.reduce((all, part) => all + part, 0)
  const wished = 'minor' in off ? off.minor : Math.floor((whole * off.percent) / 100)
  return { reward, parts, off: whole < fromMinor ? 0 : Math.min(whole, wished) }
}

function spreadOver({ reward, off, parts }: TakingOff, lines: readonly ModelLine[]): (ModelCoupon | null)[] {
  const whole = parts.reduce((all, part) => all + part, 0)
  const shares = parts.map((part) => Math.floor((off * part) / whole))
  const byRest = parts
    .map((part, nth) => ({ nth, rest: (off * part) % whole, name: lines[nth]?.offerId ?? '' }))
    .filter(({ nth }) => (parts[nth] ?? 0) > 0)
    .sort((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1))
  const left = off - shares.reduce((all, share) => all + share, 0)
  const raised = new Set(byRest.slice(0, left).map(({ nth }) => nth))
  const amounts = shares.map((share, nth) => share + (raised.has(nth) ? 1 : 0))
  return amounts.map((amountMinor) => (amountMinor === 0 ? null : { ref: reward.id, amountMinor }))
}
