// Scenes of plays: a rush at a red packet, a draw whose places go on, and a coupon on its way through two holds.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { RedPacketEntry } from '@lantern/shared/features/redPacket/contract.ts'
import type { EnterActivity, MakeActivity } from '../../../activities/activities.ts'
import { receiptOf } from '../../../activities/seals/hashes.ts'
import { listRewards } from '../../../rewards/readRewards.ts'
import { aDraw, claim, closeByClock, DRAW, enter, HOUR_MS, openDrawShow, settle } from '../../../testing/drawShow.ts'
import type { DrawShow } from '../../../testing/drawShow.ts'
import { aHold, paid, SHOW, STAFF, type TestShop } from '../testShop.ts'
import type { Scene } from './scenes.ts'

function scene(play: (shop: DrawShow) => Promise<void>): Scene {
  return async (makePlace) => {
    const place = await makePlace()
    const shop = await openDrawShow(place)
    try {
      await play(shop)
      assert.deepEqual(await shop.ledger.check(), [])
    } finally {
      await shop.close()
      await place.drop()
    }
  }
}

const PACKET = ActivityId.parse('packet')
const PLACES = 3
const TOTAL_MINOR = 1000

const aPacket = (): MakeActivity => ({
  activityId: PACKET,
  showId: SHOW,
  kind: 'redPacket',
  opensAt: null,
  lengthMs: 60_000,
  start: 'open',
  conditions: [],
  by: STAFF,
  config: {
    greeting: null,
    how: 'lucky',
    places: PLACES,
    totalMinor: TOTAL_MINOR,
    leastMinor: 10,
    currency: 'USD',
    fromMinor: 0,
    productIds: null,
    until: 4_000_000_000_000,
  },
})

const entering = (kind: string, activityId: ActivityId, viewer: string): EnterActivity => ({
  showId: SHOW,
  activityId,
  kind,
  viewerId: ViewerId.parse(viewer),
  via: null,
  watching: null,
  entry: kind === 'coupon' ? {} : null,
  requestId: `r-${viewer}`,
})

const rewardsOf = ({ database }: TestShop, viewer: string) =>
  database.run(listRewards, { viewerId: ViewerId.parse(viewer) })
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)

/** Everyone taps at once, and again: so many places, each of another, their sum exact, and a coupon of as much for each. */
export const rushAtARedPacket = scene(async (shop) => {
  const { ledger } = shop
  await ledger.makeActivity(aPacket())
  const names = ['ann', 'bob', 'cyd', 'dan', 'eve', 'ann', 'bob']

  const first = await Promise.all(names.map((one) => ledger.enter(entering('redPacket', PACKET, one))))
  const again = await Promise.all(names.map((one) => ledger.enter(entering('redPacket', PACKET, one))))

  const told = (outcomes: typeof first) =>
    outcomes.map((outcome) =>
      outcome.ok ? `${outcome.value.no} ${JSON.stringify(outcome.value.entry)}` : outcome.code,
    )
  assert.deepEqual(told(again), told(first))
  const opened = first.slice(0, 5).flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  assert.deepEqual(opened.map(({ no }) => no).toSorted(), [1, 2, 3])
  const amounts = opened.map(({ entry }) => RedPacketEntry.parse(entry).amountMinor)
  assert.equal(sumOf(amounts), TOTAL_MINOR)
  const coupons = (await Promise.all(['ann', 'bob', 'cyd', 'dan', 'eve'].map((one) => rewardsOf(shop, one)))).flat()
  const offs = coupons.flatMap(({ what }) => (what.is === 'coupon' && 'minor' in what.off ? [what.off.minor] : []))
  assert.deepEqual(offs.toSorted(), amounts.toSorted())
})

async function readProof({ store }: DrawShow) {
  const published = await store.readPublished(DRAW, null)
  assert.ok(published?.proof.drawn)
  const ids = await store.readEntryIds({ activityId: DRAW, after: 0, limit: 100 })
  return { ...published.proof, drawn: published.proof.drawn, entries: ids.map(({ entryId }) => entryId) }
}

/** The smallest numbers win; each place that nobody claims goes to the next, and never twice to the same. */
export const placesOfADrawGoOn = scene(async (shop) => {
  await shop.ledger.makeActivity(aDraw({ winners: 3 }))
  for (const name of ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gil']) await enter(shop, name)
  await closeByClock(shop)
  const lost = { showId: SHOW, activityId: DRAW, randomness: null, signature: null, winners: [], passed: [] }
  assert.equal(await shop.ledger.settleDraw(lost), 'again')
  assert.equal(await settle(shop), 1)
  assert.equal(await shop.ledger.settleDraw({ ...lost, randomness: '00' }), 'over')

  const { seal, entries, drawn } = await readProof(shop)
  const key = Buffer.from(`${seal.seed}${seal.randomness}`, 'hex')
  const numberOf = (id: string) => createHmac('sha256', key).update(DRAW).update(id).digest('hex')
  const inOrder = entries.toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1))
  assert.equal(entries.reduce(receiptOf, seal.commitment), seal.head)
  assert.deepEqual(drawn.winners, inOrder.slice(0, 3))
  const names = (await shop.store.readPublished(DRAW, null))?.names
  const first = names?.[inOrder[0] ?? '']?.slice(0, -1) ?? ''
  assert.ok((await claim(shop, first)).ok)
  shop.clock.advance(HOUR_MS)
  const kept = { showId: SHOW, activityId: DRAW, lost: inOrder[0] ?? '', passed: [], to: inOrder[3] ?? '' }
  assert.equal(await shop.ledger.redraw(kept), 'over')
  const twice = { ...kept, lost: inOrder[1] ?? '', to: inOrder[2] ?? '' }
  assert.equal(await shop.ledger.redraw(twice), 'again')

  assert.equal(await settle(shop), 2)

  const { redraws } = (await readProof(shop)).drawn
  assert.deepEqual(
    redraws.map(({ to }) => to),
    inOrder.slice(3, 5),
  )
})

/** One coupon goes with one hold at a time, comes back when that ends or goes on without it, and is used once. */
export const couponGoesWithOneHold = scene(async (shop) => {
  const { ledger, offers } = shop
  const activityId = ActivityId.parse('five')
  const config = {
    title: 'Five off',
    off: { minor: 500 },
    currency: 'USD',
    fromMinor: 0,
    productIds: null,
    places: 9,
    good: { forMs: 86_400_000 },
    given: 'claim',
  }
  await ledger.makeActivity({ ...aPacket(), activityId, kind: 'coupon', lengthMs: null, config })
  assert.ok((await ledger.enter(entering('coupon', activityId, 'v'))).ok)
  const coupon = async () => (await rewardsOf(shop, 'v')).map(({ state, holdId }) => `${state} ${holdId}`)
  const place = async (id: string, offerId: typeof offers.cup) => {
    const outcome = await ledger.place(aHold(id, 'v', [[offerId, 1]]))
    return outcome.ok ? outcome.value.totalMinor : outcome.code
  }

  assert.deepEqual([await place('a', offers.cup), await place('b', offers.small)], [1500, 2000])
  assert.deepEqual(await coupon(), ['granted a'])
  await ledger.release(aHold('a', 'v', []))
  assert.deepEqual(await coupon(), ['granted null'])
  assert.equal(await place('c', offers.large), 1500)
  const same = { ...aHold('c', 'v', []), lines: [{ offerId: offers.large, quantity: 1 }] }
  const without = await ledger.change({ ...same, withoutCoupon: true })
  assert.deepEqual([without.ok && without.value.totalMinor, await coupon()], [2000, ['granted null']])
  await ledger.release(same)
  assert.equal(await place('d', offers.large), 1500)
  await ledger.report(paid('d', 'order-d', { amountMinor: 1500 }))
  assert.deepEqual(await coupon(), ['used d'])
})

export const PLAY_SCENES: readonly Scene[] = [rushAtARedPacket, placesOfADrawGoOn, couponGoesWithOneHold]
