// Comment to buy in the quiet show: every rule refused once, and a comment taken by staff into each answer of the ledger.
import type { CommentCast } from './commentStory.ts'

export interface KeywordOffers {
  /** One unit of it is free. */
  readonly last: string
  /** Some units, and nobody is kept from more than there are. */
  readonly scarf: string
  /** Some units, few of them for one viewer. */
  readonly lamp: string
}

const NOBODY = 'nobody'

export async function comment(
  { newId }: CommentCast,
  who: CommentCast['ann'],
  text = 'this one please',
): Promise<string> {
  const commentId = newId()
  await who('comment:post', { commentId, text })
  return commentId
}

/** Answers the id of the hold that was asked for. */
export async function takeFor(
  { owner, newId }: CommentCast,
  commentId: string,
  { offerId, quantity = 1, holdId = newId() }: { offerId: string; quantity?: number; holdId?: string },
): Promise<string> {
  await owner('buying:take', { commentId, holdId, lines: [{ offerId, quantity }] })
  return holdId
}

async function tellOfRules({ owner }: CommentCast, { scarf, lamp }: KeywordOffers): Promise<void> {
  const named = (...keywords: [offerId: string, keyword: string][]) => ({
    keywords: keywords.map(([offerId, keyword]) => ({ offerId, keyword })),
  })
  const rules = { matching: 'contains', numberRequired: false }
  await owner('buying:set', { on: true, ...rules })
  await owner('buying:set', named([scarf, 'K9'], [lamp, 'K9']))
  await owner('buying:set', named([scarf, '+1']))
  await owner('buying:set', named([NOBODY, 'K9']))
  await owner('buying:try', { ...rules, ...named([scarf, 'K9']) })
}

export async function tellOfCommentOrders(cast: CommentCast, offers: KeywordOffers): Promise<void> {
  const { owner, ann, bob, newId } = cast
  const { scarf, lamp, last } = offers
  await tellOfRules(cast, offers)
  const [hers, his] = [await comment(cast, ann), await comment(cast, bob)]
  await owner('buying:take', { commentId: hers, holdId: newId() })
  await takeFor(cast, NOBODY, { offerId: scarf })
  await takeFor(cast, hers, { offerId: NOBODY })
  await takeFor(cast, hers, { offerId: scarf, quantity: 20 })
  await takeFor(cast, hers, { offerId: lamp, quantity: 20 })
  const holdId = await takeFor(cast, hers, { offerId: scarf })
  await takeFor(cast, hers, { offerId: scarf })
  await takeFor(cast, his, { offerId: scarf, holdId })
  const only = await takeFor(cast, his, { offerId: last })
  await takeFor(cast, hers, { offerId: last })
  await ann('hold:release', { holdId })
  await bob('hold:release', { holdId: only })
}
