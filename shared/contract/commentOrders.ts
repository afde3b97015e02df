// Comment to buy: the rules of a show, its keywords, and what a comment came to.
import * as z from 'zod'
import { At, CommentId, HoldId, OfferId, Version } from './ids.ts'
import { Hold, HoldLine } from './things.ts'

/** `contains`: words around the order are fine; `only`: nothing but the order may be in the comment. */
export const BuyMatching = z.enum(['contains', 'only'])
export type BuyMatching = z.infer<typeof BuyMatching>

/** What viewers write for an offer; width and capitals do not matter. */
export const OfferKeyword = z.object({ offerId: OfferId, keyword: z.string().trim().min(1).max(20) })
export type OfferKeyword = z.infer<typeof OfferKeyword>

const rules = {
  matching: BuyMatching,
  /** A keyword without a number is no order. */
  numberRequired: z.boolean(),
  /** At most one for each offer. */
  keywords: z.array(OfferKeyword).max(2000),
}

export const BuyRules = z.object(rules)
export type BuyRules = z.infer<typeof BuyRules>

/** A show's rules. While it is not `on`, comments buy nothing. */
export const Buying = z.object({ on: z.boolean(), ...rules, version: Version })
export type Buying = z.infer<typeof Buying>

/** What is left out stays; keywords that are not named stay, too. */
export const BuyingChange = z.object({
  on: z.boolean().optional(),
  matching: rules.matching.optional(),
  numberRequired: rules.numberRequired.optional(),
  keywords: rules.keywords.optional(),
})
export type BuyingChange = z.infer<typeof BuyingChange>

/** `hold`: the one in the way, where there is one. */
export const BuyRefusal = z.object({
  /** One of the codes of refusals.ts. */
  code: z.string().max(40),
  retryAfterMs: z.number().int().nonnegative().nullable(),
  hold: Hold.nullable(),
})
export type BuyRefusal = z.infer<typeof BuyRefusal>

/**
 * What came of a comment, told to its author alone. `held`: these holds are new or have more units; `cancelled`: these were
 * let go or have fewer; both as they are now. `refusal` beside holds: the part of it that could not be.
 */
export const Bought = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held'), holds: z.array(Hold).min(1), refusal: BuyRefusal.nullable() }),
  z.object({ kind: z.literal('cancelled'), holds: z.array(Hold).min(1), refusal: BuyRefusal.nullable() }),
  z.object({ kind: z.literal('refused'), refusal: BuyRefusal }),
])
export type Bought = z.infer<typeof Bought>

export const NoOrder = z.enum([
  'no_keyword',
  'number_missing',
  'not_only',
  'ambiguous',
  'too_many',
  'question',
  'negated',
  'remark',
  'mixed',
])
export type NoOrder = z.infer<typeof NoOrder>

/** What the rules make of a comment; a cancellation without lines takes back everything, a line with null all of its units. */
export const OrderIntent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), why: NoOrder }),
  z.object({ kind: z.literal('buy'), lines: z.array(HoldLine) }),
  z.object({
    kind: z.literal('cancel'),
    lines: z.array(z.object({ offerId: OfferId, quantity: z.number().int().positive().nullable() })),
  }),
])
export type OrderIntent = z.infer<typeof OrderIntent>

/** A comment of the show and what the tried rules make of it; nothing was held. */
export const TriedComment = z.object({
  commentId: CommentId,
  name: z.string(),
  text: z.string(),
  at: At,
  intent: OrderIntent,
})
export type TriedComment = z.infer<typeof TriedComment>

/** How many of a show's latest comments are tried. */
export const COMMENTS_TRIED = 500

/** Ids that begin so belong to holds made by comments: no client may give one. */
const BY_COMMENT = 'comment_'

export function isCommentHold(holdId: string): boolean {
  return holdId.startsWith(BY_COMMENT)
}

/** The id of the hold that a comment makes: the same for the same comment, so that it acts once. */
export function commentHoldId(commentId: CommentId): HoldId {
  return HoldId.parse(`${BY_COMMENT}${commentId}`.slice(0, 64))
}

/** An id that a client may give. */
export const OwnHoldId = HoldId.refine((id) => !isCommentHold(id))
