// What is for sale in a show: pinned, held, waited for, sold in a sale and paid, each refused for every reason there is.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { TestApp } from '../startTestApp.ts'
import { type Fuzzer, openFuzzer } from './crowd.ts'
import type { CrowdParts } from './crowdStory.ts'
import { tellOfSharedStock } from './sharedStockStory.ts'

export interface ShelfParts extends CrowdParts {
  readonly app: TestApp
}

type Say = (who: Fuzzer | undefined, name: string, input: unknown) => Promise<Record<string, unknown>>

interface Shelf {
  readonly say: Say
  readonly owner: Fuzzer
  readonly ann: Fuzzer | undefined
  readonly bob: Fuzzer | undefined
  /** Three units of it, and two for one viewer. */
  readonly lamp: string
  /** Five units, and nobody is kept from more than there are. */
  readonly scarf: string
  /** One unit. */
  readonly last: string
  readonly newId: () => string
  readonly variantOf: (offerId: string) => string
}

const NOBODY = 'nobody'
/** More than anything costs here. */
const SEEN = 1_000_000
const SALE = { productId: 'lamp', priceMinor: 100, units: 2, perViewer: 2, countdownMs: 0, lengthMs: 60_000 }

const lineOf = (offerId: string, quantity: number) => ({ lines: [{ offerId, quantity, priceMinor: SEEN }] })
const changeTo = (holdId: string, offerId: string, quantity = 1) => ({ holdId, lines: [{ offerId, quantity }] })

async function readOffers(say: Say, owner: Fuzzer, showId: string) {
  const { snapshot } = await say(owner, 'show:join', { showId, via: null })
  const offers: { id: string; productId: string; variantId: string; allotted: number }[] =
    Object(snapshot)['room'].offers
  const find = (productId: string, allotted: number) => {
    const found = offers.find((offer) => offer.productId === productId && offer.allotted === allotted)
    if (found === undefined) throw new Error('the show has other offers')
    return found.id
  }
  const variantOf = (id: string) => offers.find((offer) => offer.id === id)?.variantId ?? NOBODY
  return { variantOf, lamp: find('lamp', 3), scarf: find('scarf', 5), last: find('scarf', 1) }
}

/** Nothing is pinned yet: a comment that names nothing means nothing. */
async function tellOfWords({ say, owner, ann, lamp, newId }: Shelf): Promise<void> {
  const commentId = newId()
  await say(ann, 'comment:post', { commentId, text: 'good evening' })
  await say(owner, 'buying:take', { commentId, holdId: newId() })
  await say(owner, 'buying:take', { commentId, ...changeTo(newId(), lamp, 3) })
  await say(owner, 'pins:set', { productIds: [NOBODY] })
  await say(owner, 'pins:set', { productIds: ['lamp'] })
}

async function tellOfNothing({ say, owner, ann, newId }: Shelf): Promise<void> {
  const orderId = 'no-such-order'
  await say(ann, 'show:join', { showId: NOBODY, via: null })
  await say(ann, 'time:sync', {})
  await say(ann, 'rewards:list', {})
  await say(owner, 'offer:change', { offerId: NOBODY, allotted: 1 })
  await say(ann, 'hold:place', { holdId: newId(), ...lineOf(NOBODY, 1) })
  await say(ann, 'hold:change', changeTo(NOBODY, NOBODY))
  await say(ann, 'hold:release', { holdId: NOBODY })
  await say(ann, 'waitlist:join', { offerId: NOBODY, quantity: 1 })
  await say(owner, 'order:settle', { holdId: NOBODY, orderId, choice: 'accept' })
  await say(owner, 'sale:stop', { saleId: NOBODY })
}

async function tellOfUnits({ say, ann, bob, lamp, scarf, last, newId }: Shelf): Promise<void> {
  const hers = newId()
  await say(ann, 'hold:place', { holdId: newId(), ...lineOf(lamp, 3) })
  await say(ann, 'waitlist:join', { offerId: lamp, quantity: 3 })
  await say(ann, 'hold:place', { holdId: newId(), ...lineOf(scarf, 6) })
  await say(ann, 'waitlist:join', { offerId: scarf, quantity: 1 })
  await say(ann, 'hold:place', { holdId: hers, ...lineOf(last, 1) })
  await say(bob, 'hold:place', { holdId: newId(), ...lineOf(last, 1) })
  await say(bob, 'hold:place', { holdId: hers, ...lineOf(lamp, 1) })
  await say(bob, 'waitlist:join', { offerId: last, quantity: 1 })
  await say(bob, 'waitlist:leave', { offerId: last })
  await say(ann, 'hold:change', changeTo(hers, NOBODY))
  await say(ann, 'hold:release', { holdId: hers })
}

async function tellOfSales({ say, owner, newId }: Shelf): Promise<void> {
  const saleId = newId()
  await say(owner, 'sale:start', { saleId: newId(), ...SALE, productId: NOBODY })
  await say(owner, 'sale:start', { saleId: newId(), ...SALE, priceMinor: SEEN })
  await say(owner, 'sale:start', { saleId: newId(), ...SALE, units: 99 })
  await say(owner, 'sale:start', { saleId, ...SALE })
  await say(owner, 'sale:start', { saleId: newId(), ...SALE })
  await say(owner, 'sale:stop', { saleId })
  await say(owner, 'sale:stop', { saleId })
}

async function tellOfPaid({ say, owner, bob, scarf, newId }: Shelf, { ledger }: TestApp): Promise<void> {
  const holdId = newId()
  const orderId = OrderId.parse(`${holdId}-order`)
  await say(bob, 'hold:place', { holdId, ...lineOf(scarf, 1) })
  const paid = { type: 'order.paid', amountMinor: 4_900, currency: 'EUR' } as const
  await ledger.report({ eventId: `${holdId}-paid`, endpointId: 'demo', holdId: HoldId.parse(holdId), orderId, ...paid })
  await say(bob, 'hold:change', changeTo(holdId, scarf, 2))
  await say(bob, 'hold:release', { holdId })
  await say(owner, 'order:settle', { holdId, orderId, choice: 'let_go' })
}

const TRIES = 20

/** Whoever came this moment has to wait; on a slow machine the moment is over sooner than it is asked. */
async function tellOfNewcomers({ say, lamp, newId }: Shelf, { app, showId, onReply }: ShelfParts): Promise<void> {
  const asks = [
    { name: 'hold:place', input: { holdId: newId(), ...lineOf(lamp, 1) } },
    { name: 'waitlist:join', input: { offerId: lamp, quantity: 1 } },
  ]
  for (const { name, input } of asks) {
    for (let tries = 0, code = ''; tries < TRIES && code !== 'TOO_EARLY'; tries += 1) {
      const young = await openFuzzer(app.url, {
        kind: 'viewer',
        auth: { as: 'viewer' },
        showId,
        cookie: await app.viewerCookie(),
      })
      await say(young, 'show:join', { showId, via: null })
      const reply = await young.send(name, input)
      onReply(name, input, reply)
      code = String(Object(reply)['code'])
      young.close()
    }
  }
}

async function tellOfTheEnd({ say, owner, ann, scarf, newId }: Shelf): Promise<void> {
  await say(owner, 'show:end', {})
  await say(ann, 'hold:place', { holdId: newId(), ...lineOf(scarf, 1) })
  await say(ann, 'waitlist:join', { offerId: scarf, quantity: 1 })
  await say(owner, 'sale:start', { saleId: newId(), ...SALE })
}

export async function tellOfShelf(parts: ShelfParts): Promise<void> {
  const { app, showId, owner, viewers, onReply } = parts
  const say: Say = async (who, name, input) => {
    const reply = await who?.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  let ids = 0
  const newId = () => `${showId}_${(ids += 1)}`
  const [ann, bob] = viewers
  const shelf: Shelf = { say, owner, ann, bob, ...(await readOffers(say, owner, showId)), newId }

  await say(owner, 'show:goLive', {})
  await say(owner, 'offer:change', { offerId: shelf.lamp, perViewer: 2 })
  await say(owner, 'offer:change', { offerId: shelf.scarf, perViewer: 99 })
  await tellOfWords(shelf)
  await tellOfNothing(shelf)
  await tellOfUnits(shelf)
  await tellOfSales(shelf)
  await tellOfPaid(shelf, app)
  await tellOfNewcomers(shelf, parts)
  const { scarf: offerId, variantOf } = shelf
  await tellOfSharedStock({
    owner: (name, input) => say(owner, name, input),
    app,
    showId,
    offerId,
    variantId: variantOf(offerId),
  })
  await tellOfTheEnd(shelf)
}
