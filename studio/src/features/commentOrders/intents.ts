// What a comment would do, in as few signs as its author used: `A1 × 2, B1`.
import type { OfferKeyword, OrderIntent, TriedComment } from '@lantern/shared/contract/commentOrders.ts'

type Acting = Exclude<OrderIntent, { kind: 'none' }>

/** Empty: it takes back everything. */
export function intentInShort({ lines }: Acting, keywords: readonly OfferKeyword[]): string {
  const known = new Map(keywords.map(({ offerId, keyword }) => [offerId, keyword]))
  const named = lines.map(({ offerId, quantity }) => {
    const keyword = known.get(offerId) ?? offerId
    return quantity === null || quantity === 1 ? keyword : `${keyword} × ${quantity}`
  })
  return named.join(', ')
}

/** Each part in the order it came in. */
export function actingFirst(comments: readonly TriedComment[]): TriedComment[] {
  const acts = ({ intent }: TriedComment) => intent.kind !== 'none'
  return [...comments.filter(acts), ...comments.filter((comment) => !acts(comment))]
}
