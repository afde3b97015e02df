// One quiet show, told in order with real ids: the answers that need a past which chance seldom makes.
import { HoldId, OrderId, type ShowId } from '@lantern/shared/contract/ids.ts'
import { viewerCapabilities } from '../../media/fakePeers.ts'
import type { TestApp } from '../startTestApp.ts'
import { keepDraft, tellOfActivities } from './activityStory.ts'
import { makeTooLate, tellOfStepPrices } from './stepPriceStory.ts'
import { comment, takeFor, tellOfCommentOrders } from './commentOrderStory.ts'
import type { Fuzzer } from './crowd.ts'
import { tellOfSilence, tellOfComments } from './commentStory.ts'
import { tellOfLatePlays, tellOfPlays } from './playsStory.ts'
import { tellOfTemplates } from './templateStory.ts'
import { tellOfLateTopics, tellOfTopics } from './topicStory.ts'

export interface StoryParts {
  readonly app: TestApp
  readonly showId: ShowId
  readonly owner: Fuzzer
  readonly viewers: readonly Fuzzer[]
  /** Longer than a hold lives. */
  readonly holdMs: number
  /** Hears of every frame and its answer. */
  readonly onReply: (name: string, input: unknown, reply: unknown) => void
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let orders = 0

function createCast({ app, showId, owner, viewers, onReply }: StoryParts) {
  const say = (who: Fuzzer) => async (name: string, input: unknown) => {
    const reply = await who.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  const [ann, bob, cat] = viewers.map(say)
  if (ann === undefined || bob === undefined || cat === undefined) throw new Error('a story needs three viewers')
  let ids = 0
  const newId = () => `${showId}_${(ids += 1)}`
  const pay = async (holdId: string) => {
    orders += 1
    const order = { eventId: `story-${orders}`, endpointId: 'demo', orderId: OrderId.parse(`story-${orders}`) }
    const paid = { type: 'order.paid', amountMinor: 4_900, currency: 'EUR' } as const
    await app.ledger.report({ ...order, ...paid, holdId: HoldId.parse(holdId) })
    return order.orderId
  }
  return { owner: say(owner), ann, bob, cat, newId, pay }
}

type Cast = ReturnType<typeof createCast>
type Say = Cast['ann']

async function offersOf(owner: Say, showId: ShowId) {
  const { snapshot } = await owner('show:join', { showId, via: null })
  const offers: { id: string; productId: string; free: number }[] = snapshot.room.offers
  const byFree = [...offers].filter(({ productId }) => productId === 'scarf').sort((a, b) => a.free - b.free)
  const lamp = offers.find(({ productId }) => productId === 'lamp')
  const [last, scarf] = byFree
  if (last === undefined || scarf === undefined || lamp === undefined) throw new Error('the show has other offers')
  return { last: last.id, scarf: scarf.id, lamp: lamp.id }
}

async function viewerIdOf(viewer: Say, showId: ShowId): Promise<string> {
  const { snapshot } = await viewer('show:join', { showId, via: null })
  return snapshot.self.viewerId
}

type Offers = Awaited<ReturnType<typeof offersOf>>

/** More than anything costs here. */
const SEEN = 1_000_000

const holdOf = (cast: Cast, offerId: string, quantity = 1) => ({
  holdId: cast.newId(),
  lines: [{ offerId, quantity, priceMinor: SEEN }],
})
const changeTo = (hold: { holdId: string }, offerId: string, quantity: number) => ({
  holdId: hold.holdId,
  lines: [{ offerId, quantity }],
})

async function tellOfHolds(cast: Cast, { scarf, last }: Offers): Promise<void> {
  const { owner, ann, bob } = cast
  const [hers, his, only] = [holdOf(cast, scarf), holdOf(cast, scarf, 2), holdOf(cast, last)]
  await ann('hold:place', { ...hers, lines: [{ offerId: scarf, quantity: 1, priceMinor: 1 }] })
  await ann('hold:place', hers)
  await ann('hold:place', holdOf(cast, scarf))
  await ann('hold:change', changeTo(hers, scarf, 2))
  await ann('hold:change', changeTo(hers, scarf, 99))
  await owner('offer:change', { offerId: scarf, perViewer: 99 })
  await ann('hold:change', changeTo(hers, scarf, 99))
  await bob('hold:place', his)
  await owner('offer:change', { offerId: scarf, allotted: 0 })
  await bob('hold:change', changeTo(his, scarf, 3))
  await ann('hold:change', changeTo(hers, scarf, 3))
  await ann('hold:place', only)
  await ann('waitlist:join', { offerId: last, quantity: 1 })
  await ann('hold:release', { holdId: hers.holdId })
  await bob('hold:release', { holdId: his.holdId })
  await ann('hold:release', { holdId: only.holdId })
}

async function tellOfSale(cast: Cast, { lamp }: Offers): Promise<void> {
  const { owner, ann } = cast
  const saleId = cast.newId()
  const sale = { saleId, productId: 'lamp', priceMinor: 100, units: 2, perViewer: 2 }
  await owner('sale:start', { ...sale, countdownMs: 0, lengthMs: 60_000 })
  const hold = holdOf(cast, lamp)
  await ann('hold:place', hold)
  await owner('sale:stop', { saleId })
  await ann('hold:change', changeTo(hold, lamp, 2))
  await ann('hold:release', { holdId: hold.holdId })
}

/** A hold goes on without the coupon of a play, runs out, somebody else buys the unit, then the first one pays after all. */
async function tellOfLatePayment(cast: Cast, { last }: Offers, holdMs: number): Promise<void> {
  const { owner, ann, bob } = cast
  const [late, quick] = [holdOf(cast, last), holdOf(cast, last)]
  await ann('hold:place', late)
  await ann('hold:change', { ...changeTo(late, last, 1), withoutCoupon: true })
  await pause(holdMs)
  await bob('hold:place', quick)
  await cast.pay(quick.holdId)
  const orderId = await cast.pay(late.holdId)
  await owner('order:settle', { holdId: late.holdId, orderId, choice: 'supply' })
  await owner('order:settle', { holdId: late.holdId, orderId, choice: 'refund_gone' })
  await owner('order:settle', { holdId: late.holdId, orderId, choice: 'refund_gone' })
}

async function tellOfPaying({ app }: StoryParts, cast: Cast, { scarf }: Offers): Promise<void> {
  const hold = holdOf(cast, scarf)
  await cast.bob('hold:place', hold)
  const about = { eventId: `story-opened-${hold.holdId}`, endpointId: 'demo', holdId: HoldId.parse(hold.holdId) }
  await app.ledger.report({ ...about, type: 'checkout.opened' })
  await cast.bob('hold:change', changeTo(hold, scarf, 2))
  await app.ledger.report({ ...about, eventId: `story-cancelled-${hold.holdId}`, type: 'order.cancelled' })
  await cast.bob('hold:release', { holdId: hold.holdId })
}

async function tellOfOtherHost({ app, showId }: StoryParts, { ann }: Cast): Promise<void> {
  await app.store.setHost(showId, { status: 'on', mediaNode: 'http://127.0.0.1:9', renew: true })
  // The room reads it with its next tick.
  await pause(500)
  await ann('media:capabilities', {})
  await ann('media:subscribe', { rtpCapabilities: viewerCapabilities(), forceTcp: false })
}

async function tellOfCoolDown(cast: Cast, { scarf, lamp, last }: Offers, holdMs: number): Promise<void> {
  const { cat } = cast
  const said = await comment(cast, cat)
  await cat('hold:place', holdOf(cast, scarf))
  await cat('hold:place', holdOf(cast, lamp))
  await pause(holdMs)
  await cat('hold:place', holdOf(cast, lamp))
  await cat('waitlist:join', { offerId: last, quantity: 1 })
  await takeFor(cast, said, { offerId: scarf })
}

export async function tellStory(parts: StoryParts): Promise<void> {
  const cast = createCast(parts)
  const { owner, bob } = cast
  await owner('show:end', {})
  await owner('show:goLive', {})
  const offers = await offersOf(owner, parts.showId)
  await tellOfHolds(cast, offers)
  await tellOfSale(cast, offers)
  await tellOfActivities(cast)
  await tellOfTemplates(cast)
  await tellOfStepPrices(cast)
  await tellOfPlays(parts.app, cast, await viewerIdOf(cast.cat, parts.showId))
  await tellOfPaying(parts, cast, offers)
  await tellOfCommentOrders(cast, offers)
  await tellOfOtherHost(parts, cast)
  await tellOfLatePayment(cast, offers, parts.holdMs)
  await tellOfCoolDown(cast, offers, parts.holdMs)
  await tellOfComments(cast, await viewerIdOf(cast.ann, parts.showId))
  // The one before is erased.
  await tellOfTopics({ ...parts, ...cast, bobsId: await viewerIdOf(bob, parts.showId) })
  const hold = holdOf(cast, offers.scarf)
  await bob('hold:place', hold)
  const said = await comment(cast, bob)
  const tellOfDraft = await keepDraft(cast)
  await owner('show:end', {})
  await tellOfDraft()
  await makeTooLate(cast)
  await tellOfLatePlays(cast)
  await tellOfLateTopics(cast)
  await takeFor(cast, said, { offerId: offers.lamp })
  await owner('buying:set', { on: false })
  await bob('hold:change', changeTo(hold, offers.scarf, 2))
  // The room reads it with its next tick.
  await pause(500)
  await tellOfSilence(cast)
  await owner('show:end', {})
}
