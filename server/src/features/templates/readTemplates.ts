// How templates are read: with the products that they name, as they are called now.
import type { LocalText } from '@lantern/shared/contract/things.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import type { Template, TemplateId } from '@lantern/shared/features/templates/contract.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { namedProducts } from './namedProducts.ts'
import { type TemplateRow, within } from './tables.ts'

/** The latest first. */
export const listTemplates: Job<null, Template[]> = {
  name: 'templates.listTemplates',
  kind: 'read',
  async work(db) {
    const all = within(db).selectFrom('templates').selectAll()
    return withProducts(db, await all.orderBy('saved_at', 'desc').orderBy('id').execute())
  },
}

export const findTemplate = (db: Kysely<Schema>, id: TemplateId) =>
  within(db).selectFrom('templates').selectAll().where('id', '=', id).executeTakeFirst()

export async function toTemplate(db: Kysely<Schema>, row: TemplateRow): Promise<Template> {
  const [template] = await withProducts(db, [row])
  if (template === undefined) throw new Error('a template was lost while it was read')
  return template
}

async function withProducts(db: Kysely<Schema>, rows: readonly TemplateRow[]): Promise<Template[]> {
  const read = rows.map((row) => {
    const terms: Template['terms'] = JSON.parse(row.terms)
    return { row, terms, named: namedProducts(terms) }
  })
  const titles = await titlesOf(db, [...new Set(read.flatMap(({ named }) => named))])
  return read.map(({ row, terms, named }) => {
    const { id, name, kind, currency, based_at: basedAt, saved_at: savedAt, version } = row
    // A product that the shop has no more is in no show, and has no title.
    const products = named.map((productId) => ({ id: productId, title: titles.get(productId) ?? {} }))
    return { id, name, kind, terms, currency, basedAt, products, savedAt, version }
  })
}

async function titlesOf(db: Kysely<Schema>, ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, LocalText>> {
  if (ids.length === 0) return new Map()
  const found = await db.selectFrom('products').select(['id', 'title']).where('id', 'in', ids).execute()
  return new Map(found.map(({ id, title }) => [id, toText(title)]))
}
