// What is to be packed for the groups of a show, as a file for a spreadsheet: a line for each product of each order.
import type { GroupId } from '@lantern/shared/contract/groups.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { HeldGroup, type Locale, LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { toLines } from '../database/toThings.ts'
import { CSV_MARK, csvLines, textCell } from '../domain/csv.ts'

/** Of what groups keep, the columns that are read here. */
type Read = { hand_overs: { hold_id: string; is_first: number; at: number } }

/** Not `late_paid`: no unit was free for it. */
const PACKED = ['authorised', 'paid'] as const

/** Some of its money went back: shops tell a sum and no units, so whoever packs looks it up there. */
const PART_REFUNDED = 'part_refunded'

export interface Packing {
  readonly showId: ShowId
  /** Null: of all groups. */
  readonly groupId: GroupId | null
  /** Where it is fetched, as its buyer was told; null: anywhere. */
  readonly pointId: string | null
  readonly locale: Locale
}

export type PackingRow = readonly string[]

/** In the order of pick-up points, groups and buyers. The codes that buyers show are not in it: whoever has the list cannot fetch by it. */
export const readPacking: Job<Packing, PackingRow[]> = {
  name: 'groups.readPacking',
  kind: 'read',
  async work(db, packing) {
    const { pointId } = packing
    const holds = await readHolds(db, packing)
    const goods = await readGoods(db, packing)
    const orders = holds.flatMap(({ group_terms, ...hold }) => {
      const { name, point } = HeldGroup.parse(JSON.parse(group_terms ?? ''))
      return pointId === null || point?.id === pointId ? [{ ...hold, group: name, point }] : []
    })
    const rows = orders.flatMap(({ viewer_name, order_id, lines, group, point, handedAt, backMinor }) =>
      toLines(lines).map(({ offerId, quantity }) => [
        ...[point?.name ?? '', point?.address ?? '', group, viewer_name, order_id ?? ''],
        ...(goods.get(offerId) ?? ['', '', '']),
        String(quantity),
        handedAt === null ? '' : new Date(handedAt).toISOString(),
        backMinor === null || Number(backMinor) === 0 ? '' : PART_REFUNDED,
      ]),
    )
    return rows.toSorted((a, b) => compare(placeOf(a), placeOf(b)))
  },
}

async function readHolds(db: Kysely<Schema>, { showId, groupId }: Packing) {
  const bought = db
    .withTables<Read>()
    .selectFrom('holds')
    .leftJoin('hand_overs', (join) => join.onRef('hand_overs.hold_id', '=', 'holds.id').on('is_first', '=', 1))
    .leftJoin('orders', (join) =>
      join.onRef('orders.hold_id', '=', 'holds.id').onRef('orders.order_id', '=', 'holds.order_id'),
    )
    .select(['viewer_name', 'holds.order_id', 'lines', 'group_terms'])
    .select(['hand_overs.at as handedAt', 'orders.back_minor as backMinor'])
    .where('holds.show_id', '=', showId)
    .where('holds.group_id', 'is not', null)
    .where('holds.state', 'in', PACKED)
    .orderBy('holds.granted_at')
    .orderBy('holds.id')
  return (groupId === null ? bought : bought.where('holds.group_id', '=', groupId)).execute()
}

const FIRST_CELLS = 4
const placeOf = (row: PackingRow) => row.slice(0, FIRST_CELLS).join('\u0000')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Product, size and number, by offer. */
async function readGoods(db: Kysely<Schema>, { showId, locale }: Packing): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('offers')
    .innerJoin('products', 'products.id', 'offers.product_id')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'products.title', 'variants.title as variant', 'variants.sku'])
    .where('offers.show_id', '=', showId)
    .execute()
  const textOf = (json: string | null) => {
    const text = json === null ? {} : LocalText.parse(JSON.parse(json))
    return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
  }
  return new Map(rows.map(({ id, title, variant, sku }) => [id, [textOf(title), textOf(variant), sku]]))
}

const HEADINGS = [
  ...['pickup_point', 'address', 'group', 'buyer', 'order', 'product', 'variant', 'sku', 'units'],
  ...['handed_over', 'note'],
]

/** RFC 4180; no cell is taken for a formula: what would be one begins with an apostrophe. */
export function toPackingCsv(rows: readonly PackingRow[]): string {
  return CSV_MARK + csvLines([HEADINGS, ...rows.map((cells) => cells.map(textCell))])
}
