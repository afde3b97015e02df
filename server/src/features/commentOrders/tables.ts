// The tables of comment to buy: a show's rules, the keyword of each offer, and the comments that changed holds.
import type { Kysely } from 'kysely'
import type { BuyMatching } from '@lantern/shared/contract/commentOrders.ts'
import type { CommentId, OfferId, ShowId } from '@lantern/shared/contract/ids.ts'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Schema } from '../../database/schema.ts'

interface CommentOrderRulesRow {
  show_id: ShowId
  is_on: 0 | 1
  matching: BuyMatching
  number_required: 0 | 1
  version: number
}

/** `folded`: the form in which no two of a show are the same; `position`: its place in the rundown. */
export interface OfferKeywordRow {
  offer_id: OfferId
  show_id: ShowId
  position: number
  keyword: string
  folded: string
}

/** A comment that was about to change holds: posted again it changes nothing. `hold_ids` is json. */
interface CommentActRow {
  comment_id: CommentId
  hold_ids: string
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  buyings: CommentOrderRulesRow
  offer_keywords: OfferKeywordRow
  comment_acts: CommentActRow
}

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

export const erasures: ErasuresOf<Tables> = {
  buyings: nobodys('rules of staff'),
  offer_keywords: nobodys('what is for sale'),
  comment_acts: nobodys('which holds a comment made, by ids'),
}
