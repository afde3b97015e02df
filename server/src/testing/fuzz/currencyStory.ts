// What a show meets whose currency the shop has left: whatever would sell more is refused, and what is held can be given back.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { CrowdParts } from './crowdStory.ts'

/** More than anything costs here. */
const SEEN = 1_000_000

export interface CurrencyParts extends Omit<CrowdParts, 'showId'> {
  readonly showId: ShowId
  /** Null: in the one that shows are in. */
  readonly shopAsksIn: (currency: string | null) => Promise<unknown>
}

export async function tellOfCurrency({ showId, owner, viewers, shopAsksIn, onReply }: CurrencyParts): Promise<void> {
  const say = async (who: (typeof viewers)[number] | undefined, name: string, input: unknown) => {
    const reply = await who?.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  const [ann, bob] = viewers
  const { snapshot } = await say(owner, 'show:join', { showId, via: null })
  const offers: { id: string; productId: string }[] = snapshot.room.offers
  const offerId = offers.find(({ productId }) => productId === 'scarf')?.id
  const linesOf = (quantity: number) => [{ offerId, quantity, priceMinor: SEEN }]
  const [holdId, commentId] = [`${showId}_ann`, `${showId}_bob`]
  await say(owner, 'show:goLive', {})
  await say(ann, 'hold:place', { holdId, lines: linesOf(1) })
  await say(bob, 'comment:post', { commentId, text: 'one for me' })

  await shopAsksIn('JPY')
  await say(bob, 'hold:place', { holdId: commentId, lines: linesOf(1) })
  await say(ann, 'hold:change', { holdId, lines: [{ offerId, quantity: 2 }] })
  await say(bob, 'waitlist:join', { offerId, quantity: 1 })
  await say(owner, 'buying:take', { commentId, holdId: `${showId}_taken`, lines: [{ offerId, quantity: 1 }] })
  const sale = { saleId: `${showId}_sale`, productId: 'scarf', priceMinor: 100, units: 1, perViewer: 1 }
  await say(owner, 'sale:start', { ...sale, countdownMs: 0, lengthMs: 60_000 })
  await say(ann, 'hold:release', { holdId })
  await shopAsksIn(null)
  await say(owner, 'show:end', {})
  // Chance seldom says something in a show that is over.
  await say(ann, 'comment:post', { commentId: `${showId}_late`, text: 'too late' })
  await say(ann, 'like:send', { count: 1 })
}
