// Random evenings of a step price on every database: steps are reached once, holds follow them, and each difference goes back once.
import { HoldId, type OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { expect, test } from 'vitest'
import type { PlaceMaker } from '../ledger.contract.ts'
import { aHold, CUP, opened, openShop, paid, refunded, type TestShop } from '../testShop.ts'
import { aStepPrice, end, find, giveCoupon, room, settle } from './stepShow.ts'
import { readOrders, readReached } from './testPriceJobs.ts'

const ROUNDS = 30
const LIST_MINOR = 2000
const VIEWERS = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gil', 'hal'] as const
const STEPS = [
  { buyers: 2, priceMinor: 1800 },
  { buyers: 4, priceMinor: 1500 },
  { buyers: 7, priceMinor: 900 },
]

/** The same numbers for the same seed. */
function createDraw(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Evening {
  readonly shop: TestShop
  readonly draw: ReturnType<typeof createDraw>
  /** Ids of holds, and their viewers. */
  readonly placed: Map<string, string>
  /** Whoever has paid for a cup while it was open. */
  readonly buyers: Set<string>
}

export function randomSteps(makePlace: PlaceMaker, seeds: readonly number[]): void {
  test.each(seeds)('an evening at random gives each difference once (seed %i)', async (seed) => {
    const place = await makePlace()
    const shop = await openShop(place, { stock: { cup: 400, small: 100, large: 100 } })
    const evening: Evening = { shop, draw: createDraw(seed), placed: new Map(), buyers: new Set() }
    await giveCoupon(shop, { minor: 300 })
    await shop.ledger.makeActivity(aStepPrice({ config: { productId: CUP, steps: STEPS } }))
    for (let round = 0; round < ROUNDS; round++) {
      await playRound(evening)
      expect(await shop.ledger.check()).toEqual([])
    }
    await expectSteps(evening)
    await end(shop, seed % 2 === 0 ? 'cancel' : 'close')
    await expectDifferences(evening)
    await shop.close()
    await place.drop()
  })
}

/** Several people at once; those who pay do so in the same instant. */
async function playRound(evening: Evening): Promise<void> {
  const { shop, draw } = evening
  const { holds } = (await room(shop)).desk
  await Promise.all(Array.from({ length: 1 + draw(5) }, () => act(evening, holds)))
  if (draw(4) === 0) shop.clock.advance(draw(300_000))
  await settle(shop)
}

async function act(evening: Evening, holds: readonly Hold[]): Promise<void> {
  const { shop, draw, placed } = evening
  const { ledger, offers } = shop
  const hold = holds[draw(holds.length)]
  const which = draw(10)
  if (hold === undefined || which < 4) return place(evening, which === 0 ? offers.small : offers.cup)
  const { id: holdId } = hold
  const viewerId = ViewerId.parse(placed.get(holdId))
  if (which === 4) await ledger.release({ holdId, viewerId })
  if (which === 5) await ledger.report(opened(holdId))
  if (which === 6) await ledger.report(refunded(holdId, `o-${holdId}`))
  if (which === 7) await ledger.change({ holdId, viewerId, lines: [{ offerId: offers.cup, quantity: 1 + draw(3) }] })
  if (which > 7) await pay(evening, hold)
}

async function place({ shop, draw, placed }: Evening, offerId: OfferId): Promise<void> {
  const id = `h${placed.size}`
  const viewer = VIEWERS[draw(VIEWERS.length)] ?? 'ann'
  placed.set(id, viewer)
  await shop.ledger.place(aHold(id, viewer, [[offerId, 1 + draw(2)]]))
}

/** Money for what was let go counts, too: its buyer has paid. */
async function pay({ shop, placed, buyers }: Evening, { id, lines, totalMinor, state }: Hold): Promise<void> {
  if (state === 'refunded') return
  const told = await shop.ledger.report(paid(id, `o-${id}`, { amountMinor: totalMinor }))
  expect(told).toMatchObject({ ok: true })
  if (lines.some(({ offerId }) => offerId === shop.offers.cup)) buyers.add(placed.get(id) ?? '')
}

async function expectSteps({ shop, buyers }: Evening): Promise<void> {
  expect((await find(shop)).entries).toBe(buyers.size)
  const reached = STEPS.filter((step) => buyers.size >= step.buyers)
  const told = await shop.database.run(readReached, null)
  expect(told.map(({ data }) => data['entries'])).toEqual(reached.map((step) => step.buyers))
  const price = priceAt(buyers.size)
  const live = (await room(shop)).desk.holds.filter(({ state }) => state === 'held')
  const dear = live
    .flatMap(({ lines }) => lines)
    .filter((line) => line.offerId === shop.offers.cup && line.unitPriceMinor > price)
  expect(dear).toEqual([])
}

/** Reckoned from the orders alone: what each cup cost above the last step, and not a unit more. */
async function expectDifferences({ shop, buyers }: Evening): Promise<void> {
  const priceMinor = priceAt(buyers.size)
  const orders = await shop.database.run(readOrders, null)
  const holds = new Map((await room(shop)).desk.holds.map((hold) => [hold.id, hold]))
  let sum = 0
  for (const { hold_id, amount_minor, keep_minor, refund, state } of orders) {
    const hold = holds.get(HoldId.parse(hold_id))
    const isPlain = hold?.state === 'paid' && state === 'paid' && amount_minor === hold.totalMinor
    const whole = isPlain ? overOf(shop, hold, priceMinor) : 0
    // What would be all that was paid is for staff.
    const over = whole === amount_minor ? 0 : whole
    expect([hold_id, refund === 'asked' ? amount_minor - keep_minor : 0]).toEqual([hold_id, over])
    sum += over
  }
  const before = (await room(shop)).desk.stepRefunds
  await settle(shop)
  expect((await room(shop)).desk.stepRefunds).toEqual(before)
  expect(before[0]?.sumMinor ?? 0).toBeGreaterThanOrEqual(sum)
}

/** Also of one that was cancelled: what was reached stays. */
const priceAt = (buyers: number) => STEPS.findLast((step) => buyers >= step.buyers)?.priceMinor ?? LIST_MINOR

function overOf({ offers }: TestShop, { lines }: Hold, priceMinor: number): number {
  const cups = lines.filter(({ offerId }) => offerId === offers.cup)
  return cups.reduce((sum, { unitPriceMinor, quantity, adjustments }) => {
    const coupon = adjustments.reduce((off, { kind, amountMinor }) => (kind === 'coupon' ? off + amountMinor : off), 0)
    const over = Math.max(0, unitPriceMinor - priceMinor) * quantity
    return sum + Math.min(over, unitPriceMinor * quantity - coupon)
  }, 0)
}
