// What one address meets that wants more than its share through viewers who have no history, until staff lift the limit.
import { MOST_SET_AT, type ShowId } from '@lantern/shared/contract/ids.ts'
import type { Fuzzer } from './crowd.ts'

export interface CrowdParts {
  readonly showId: ShowId
  readonly owner: Fuzzer
  /** All of one address; six of them or more. */
  readonly viewers: readonly Fuzzer[]
  /** Hears of every frame and its answer. */
  readonly onReply: (name: string, input: unknown, reply: unknown) => void
}

/** A fifth of these is what the address may hold. */
const ALLOTTED = 50
const SHARE = 10
/** More than anything costs here. */
const SEEN = 1_000_000

export async function tellOfCrowd({ showId, owner, viewers, onReply }: CrowdParts): Promise<void> {
  const say = async (who: Fuzzer | undefined, name: string, input: unknown) => {
    const reply = await who?.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  const [ann, bob] = viewers
  const { snapshot } = await say(owner, 'show:join', { showId, via: null })
  const offers: { id: string; productId: string }[] = snapshot.room.offers
  const [scarf, lamp] = ['scarf', 'lamp'].map((id) => offers.find(({ productId }) => productId === id)?.id)
  const hold = (name: string, quantity: number) => ({
    holdId: `${showId}_${name}`,
    lines: [{ offerId: scarf, quantity, priceMinor: SEEN }],
  })

  await say(owner, 'show:goLive', {})
  await say(owner, 'offer:change', { offerId: scarf, allotted: ALLOTTED, perViewer: ALLOTTED })
  await say(ann, 'hold:place', hold('ann', SHARE))
  await say(bob, 'hold:place', hold('bob', 1))
  const more = { holdId: `${showId}_ann`, lines: [{ offerId: scarf, quantity: SHARE + 1 }] }
  await say(ann, 'hold:change', more)
  await say(owner, 'offer:change', { offerId: lamp, allotted: 0 })
  for (const viewer of viewers) await say(viewer, 'waitlist:join', { offerId: lamp, quantity: 1 })
  // Twenty of sixty each: the address has to wait with the fourth.
  const long = '👍🏽'.repeat(500)
  for (const n of [1, 2, 3, 4]) await say(bob, 'comment:post', { commentId: `${showId}_long${n}`, text: long })
  await tellOfEntries(say, { showId, owner, viewers })
  await say(owner, 'crowd:lift', {})
  await say(bob, 'hold:place', hold('bob', 1))
  await say(owner, 'show:end', {})
  await tellAfterTheEnd(say, { owner, offerId: scarf })
}

type Say = (who: Fuzzer | undefined, name: string, input: unknown) => Promise<unknown>

/** The sixth of one address finds five there already, of scarce places as of chances in this show. */
async function tellOfEntries(say: Say, { showId, owner, viewers }: Omit<CrowdParts, 'onReply'>): Promise<void> {
  const life = { opensAt: null, lengthMs: 600_000, start: 'open', conditions: [] }
  const money = { currency: 'EUR', fromMinor: 0, productIds: null }
  const packet = { ...money, greeting: null, how: 'fixed', totalMinor: 2000, leastMinor: 1, perMonth: null }
  const coupon = { ...money, title: 'Thanks', off: { minor: 100 }, good: { forMs: 600_000 }, given: 'claim' }
  const plays: readonly (readonly [string, string, object])[] = [
    ['redPacket:make', 'redPacket:open', { ...packet, places: 20, until: MOST_SET_AT }],
    ['testers:make', 'testers:take', { title: 'Who tries it?', note: null, productId: null, places: 20 }],
    ['coupon:make', 'coupon:claim', { ...coupon, places: 20 }],
    ['draw:make', 'draw:enter', { title: 'A lamp', productId: null, worth: null, winners: 1 }],
  ]
  for (const [make, enter, settings] of plays) {
    const activityId = `${showId}_${make.slice(0, make.indexOf(':'))}`
    await say(owner, make, { activityId, ...life, ...settings })
    for (const viewer of viewers) await say(viewer, enter, { activityId, requestId: 'r1' })
  }
}

/** Chance seldom sends each of these to a show that is over. */
async function tellAfterTheEnd(
  say: (who: Fuzzer, name: string, input: unknown) => Promise<unknown>,
  { owner, offerId }: { readonly owner: Fuzzer; readonly offerId: string | undefined },
): Promise<void> {
  await say(owner, 'crowd:lift', {})
  await say(owner, 'show:goLive', {})
  await say(owner, 'pins:set', { productIds: [] })
  await say(owner, 'offer:change', { offerId, allotted: ALLOTTED })
  await say(owner, 'media:openSend', {})
}
