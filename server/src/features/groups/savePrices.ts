// Job that puts a group's price list, of a show or of every show, in the place of the one that was.
import { type GroupId, type GroupOff, MOST_LISTS, type SaveGroupPrices } from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop } from '../../events/append.ts'
import { EVERY_SHOW } from '../../sharing/readGrouped.ts'
import { within } from './tables.ts'

interface PricesSaved {
  readonly id: GroupId
  readonly list: SaveGroupPrices
  readonly staffId: StaffId
}

type Refused =
  | 'GROUP_NOT_FOUND'
  | 'SHOW_NOT_FOUND'
  | 'PRODUCT_NOT_FOUND'
  | 'CURRENCY_CHANGED'
  | 'PRICE_NOT_LOWER'
  | 'TOO_MANY_GROUP_PRICES'

/** Of holds that are there already nothing changes. Safe to repeat. */
export const savePrices: Job<PricesSaved, Outcome<null, Refused>> = {
  name: 'groups.savePrices',
  kind: 'write',
  async work(db, { id, list, staffId }, context) {
    await context.words.lockNames(db, ['groups'])
    const refusal = (await refuseGroup(db, id)) ?? (await refuseList(db, id, list))
    if (refusal) return refusal
    const { showId, off } = list
    const fact = { actor: `staff:${staffId}`, type: 'group:priced', payload: { id, showId, off } } as const
    await appendToShop(db, fact, context)
    const show_id = showId ?? EVERY_SHOW
    if (off === null) {
      const lists = within(db).deleteFrom('group_prices').where('group_id', '=', id)
      await lists.where('show_id', '=', show_id).execute()
      return grant(null)
    }
    const insert = within(db)
      .insertInto('group_prices')
      .values({ group_id: id, show_id, off: JSON.stringify(off) })
    const change = { off: JSON.stringify(off) }
    await insert.onConflict((conflict) => conflict.columns(['group_id', 'show_id']).doUpdateSet(change)).execute()
    return grant(null)
  },
}

async function refuseGroup(db: Kysely<Schema>, id: GroupId) {
  const group = within(db).selectFrom('chat_groups').select('deleted_at').where('id', '=', id)
  const row = await group.executeTakeFirst()
  return row === undefined || row.deleted_at !== null ? refuse('GROUP_NOT_FOUND') : null
}

async function refuseList(db: Kysely<Schema>, id: GroupId, { showId, off }: SaveGroupPrices) {
  if (off === null) return null
  const shows = db.selectFrom('shows').select('id')
  const show = showId === null ? null : await shows.where('id', '=', showId).executeTakeFirst()
  if (show === undefined) return refuse('SHOW_NOT_FOUND')
  const lists = await within(db).selectFrom('group_prices').select('show_id').where('group_id', '=', id).execute()
  const others = lists.filter((list) => list.show_id !== (showId ?? EVERY_SHOW))
  if (others.length >= MOST_LISTS) return refuse('TOO_MANY_GROUP_PRICES')
  return 'prices' in off ? refusePrices(db, off) : null
}

type PerProduct = Extract<GroupOff, { readonly prices: unknown }>

/** Null: each is below what the shop asks for every size of its product. */
async function refusePrices(db: Kysely<Schema>, { currency: from, prices }: PerProduct) {
  const ids = prices.map(({ productId }) => productId)
  const variants = await db
    .selectFrom('variants')
    .select(['product_id', 'price_minor', 'currency'])
    .where('product_id', 'in', ids)
    .execute()
  for (const { productId, priceMinor } of prices) {
    const own = variants.filter(({ product_id }) => product_id === productId)
    const other = own.find(({ currency }) => currency !== from)
    const lowest = Math.min(...own.map(({ price_minor }) => price_minor))
    if (own.length === 0) return refuse('PRODUCT_NOT_FOUND', { detail: { productId } })
    if (other !== undefined) return refuse('CURRENCY_CHANGED', { detail: { from, to: other.currency } })
    if (priceMinor >= lowest) return refuse('PRICE_NOT_LOWER', { detail: { productId, priceMinor: lowest } })
  }
  return null
}
