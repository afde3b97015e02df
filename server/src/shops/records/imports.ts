// Takes a shop's catalogue over into ours: what is new, what costs something else, what has vanished.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { matchCatalogue } from '../../domain/catalogue/matchCatalogue.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { type Changed, changedIn } from '../../database/changed.ts'
import type { Schema, ShowRow } from '../../database/schema.ts'
import type { ImportedCatalogue, ImportedProduct, ImportedVariant, KnownVariant } from './shopRecords.ts'
import { readSetting, saveSetting } from './catalogue.ts'
import { freeSkus, type Importing, saveProducts, saveVariants } from './importRows.ts'
import { type KnownCatalogue, readKnown, readKnownAround } from './knownCatalogue.ts'
import { NEWER, READ } from './refreshes.ts'
import { saveDetails } from './productDetails.ts'

export const importCatalogue: Job<ImportedCatalogue, Changed<void>> = {
  name: 'shop.importCatalogue',
  kind: 'write',
  async work(db, catalogue, context) {
    // First: of two imports at once the second reads what the first has written.
    await saveSetting(db, 'currency', catalogue.currency)
    const importing: Importing = { db, context, catalogue, ...(await match(db, catalogue, context)) }
    await freeSkus(importing)
    const ids = await saveProducts(importing)
    await saveVariants(importing, ids)
    await saveDetails(importing, ids)
    await markVanished(importing)
    await forgetHint(importing)
    return changedIn(undefined, ...(await repriceScheduled(importing)))
  },
}

const matchWith = (known: KnownCatalogue, catalogue: ImportedCatalogue) =>
  matchCatalogue<ImportedVariant, ImportedProduct, KnownVariant>(known.products, catalogue)

/** Some of a shop's products are compared with what they can be about alone, unless a sku that is made up for them is another's. */
async function match(db: Kysely<Schema>, catalogue: ImportedCatalogue, { words }: JobContext) {
  const last = db.selectFrom('products').select((eb) => eb.fn.max('position').as('position'))
  const { position } = await last.executeTakeFirstOrThrow()
  const lastPosition = position ?? -1
  if (catalogue.isOfShop) {
    const known = await readKnownAround(db, words, catalogue.products)
    const matched = matchWith(known, catalogue)
    const skus = matched.variants.map(({ sku }) => sku)
    const holders = await db.selectFrom('variants').select('id').where(words.isOneOf('sku', skus)).execute()
    if (holders.every(({ id }) => known.variantRows.has(id))) return { known, matched, lastPosition }
  }
  const known = await readKnown(db)
  return { known, matched: matchWith(known, catalogue), lastPosition }
}

async function markVanished({ db, context: { words }, matched }: Importing): Promise<void> {
  const ids = matched.vanished.map(({ variant }) => variant.id)
  if (ids.length > 0) await db.updateTable('variants').set({ available: 0 }).where(words.isOneOf('id', ids)).execute()
}

/** Of a shop that is never read: what it said is new has come by this file. */
async function forgetHint({ db, catalogue: { isWhole, isOfShop } }: Importing): Promise<void> {
  if (isWhole || isOfShop || (await readSetting(db, READ)) !== null) return
  await db.deleteFrom('settings').where('name', '=', NEWER).execute()
}

interface Repriced {
  readonly variantId: KnownVariant['id']
  readonly from: number
  readonly to: number
}

/** A live price that was the shop's goes with it; one that staff have set stays. Running shows keep both, those in another currency too. */
async function repriceScheduled(importing: Importing): Promise<ShowId[]> {
  const { db, context, catalogue, matched } = importing
  const repriced = new Map(
    matched.variants.flatMap(({ old, variant }) =>
      old === undefined || old.priceMinor === variant.priceMinor
        ? []
        : [[old.id, { variantId: old.id, from: old.priceMinor, to: variant.priceMinor }] as const],
    ),
  )
  if (repriced.size === 0) return []
  const planned = db.selectFrom('shows').selectAll().where('phase', '=', 'scheduled')
  const query = planned.where('currency', '=', catalogue.currency).orderBy('id')
  const changed: ShowId[] = []
  for (const show of await context.words.lockRows(query).execute()) {
    const offers = await db.selectFrom('offers').select('variant_id').where('show_id', '=', show.id).execute()
    const own = offers.flatMap((offer) => repriced.get(offer.variant_id) ?? [])
    if (own.length === 0) continue
    await repriceShow(importing, show, own)
    changed.push(show.id)
  }
  return changed
}

async function repriceShow({ db, context }: Importing, show: ShowRow, repriced: readonly Repriced[]): Promise<void> {
  const event = { show, actor: 'shop', type: 'offers:repriced', payload: { repriced: [...repriced] } } as const
  const version = await appendEvent(db, event, context)
  for (const { variantId, from, to } of repriced) {
    const offers = db.updateTable('offers').where('show_id', '=', show.id).where('variant_id', '=', variantId)
    await offers.set({ price_minor: to, version }).where('price_minor', '=', from).execute()
    await offers.set({ shop_price_minor: to, version }).execute()
  }
}
