// Random holds, changes, payments and refunds of viewers with coupons: none is ever in two holds, nor used twice, nor lost.
import { describe, expect, test } from 'vitest'
import { HoldId, type OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type PlaceMaker, withShop } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, cancelled, opened, paid, refunded, SHOW } from '../../ledger/proofs/testShop.ts'
import type { TestShop } from '../../ledger/proofs/testShop.ts'
import { listRewards } from '../../rewards/readRewards.ts'
import { claim, make } from './couponShow.ts'

const COMMANDS = 240
const CHECK_EVERY = 12
const VIEWERS = ['ann', 'bob'] as const
const PERCENTS = [10, 25, 60]

/** The same numbers for the same seed. */
function createDraw(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Placed {
  readonly holdId: HoldId
  readonly viewerId: ViewerId
  readonly offerId: OfferId
}

function factOf(holdId: HoldId, which: number) {
  const orderId = `o-${holdId}`
  if (which < 11) return opened(holdId)
  if (which === 11) return paid(holdId, orderId)
  return which === 12 ? refunded(holdId, orderId) : cancelled(holdId, orderId)
}

/** One step of the evening, about a hold of before or a new one. */
async function step(shop: TestShop, draw: ReturnType<typeof createDraw>, placed: Placed[]): Promise<void> {
  const { ledger, offers, clock } = shop
  const [viewer = 'ann'] = VIEWERS.slice(draw(VIEWERS.length))
  const [offerId = offers.cup] = Object.values(offers).slice(draw(3))
  const known = placed[draw(placed.length)]
  const act = draw(8)
  if (act < 3 || !known) {
    const id = `h${placed.length}`
    const outcome = await ledger.place(aHold(id, viewer, [[offerId, 1 + draw(2)]]))
    if (outcome.ok) placed.push({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(viewer), offerId })
    return
  }
  const { holdId, viewerId } = known
  if (act === 3) await ledger.change({ holdId, viewerId, lines: [{ offerId: known.offerId, quantity: 1 + draw(3) }] })
  if (act === 4) await ledger.release({ holdId, viewerId })
  if (act === 5 || act === 6) await ledger.report(factOf(holdId, act * 2 + draw(2)))
  if (act === 7) {
    clock.advance(draw(400_000))
    await ledger.sweep(100)
  }
}

export function randomCouponContract(name: string, makePlace: PlaceMaker): void {
  describe(`coupons at random on ${name}`, () => evenings(withShop(makePlace)))
}

function evenings(current: ReturnType<typeof withShop>): void {
  test.each([11, 12, 13])('an evening at random keeps to I7 (seed %i)', async (seed) => {
    const { shop } = current()
    const draw = createDraw(seed)
    for (const percent of PERCENTS) {
      await make(shop, `c${percent}`, { off: { percent }, good: { forMs: 86_400_000 } })
      for (const viewer of VIEWERS) await claim(shop, `c${percent}`, viewer)
    }
    await make(shop, 'thanks', { given: 'paid', places: 5, off: { minor: 900 } })

    const placed: Placed[] = []
    for (let n = 0; n < COMMANDS; n++) {
      await step(shop, draw, placed)
      if (n % CHECK_EVERY === 0) expect(await shop.ledger.check()).toEqual([])
    }

    expect(await shop.ledger.check()).toEqual([])
    await expectRightShares(shop)
  })
}

/** What the books say of a viewer's coupons is what their holds have. */
async function expectRightShares({ store, database }: TestShop): Promise<void> {
  const holds = (await store.readRoomSince(SHOW, 0)).desk.holds ?? []
  const live = holds.filter(({ state }) => state === 'held' || state === 'paying')
  const inHolds = live.flatMap(({ id, lines }) => [
    ...new Set(lines.flatMap(({ adjustments }) => adjustments.map(({ ref }) => `${ref} ${id}`))),
  ])
  const kept: string[] = []
  for (const viewer of VIEWERS) {
    const rewards = await database.run(listRewards, { viewerId: ViewerId.parse(viewer) })
    expect(rewards.filter(({ id }) => /^c\d/.test(id))).toHaveLength(PERCENTS.length)
    kept.push(...rewards.flatMap(({ id, state, holdId }) => (state === 'granted' && holdId ? [`${id} ${holdId}`] : [])))
  }
  expect(kept.toSorted()).toEqual(inHolds.toSorted())
}
