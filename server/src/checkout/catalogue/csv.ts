// Products from a CSV file: Shopify's own export, or a short header of ours. RFC 4180, read by csv-parse.
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import type { FileProblem } from '@lantern/shared/contract/productFile.ts'
import { type CsvError, parse } from 'csv-parse'
import { readAmount } from '../money.ts'
import type { ShopCatalogue, ShopProduct, ShopVariant } from './catalogue.ts'

export type CsvOutcome =
  | { readonly ok: true; readonly catalogue: ShopCatalogue }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

interface Columns {
  /** Rows with the same one are variants of one product. */
  readonly product: string
  readonly title: string
  readonly variant: string
  readonly sku: string
  readonly price: string
  readonly stock: string
  readonly picture: string
}

const OWN: Columns = {
  product: 'product',
  title: 'title',
  variant: 'variant',
  sku: 'sku',
  price: 'price',
  stock: 'stock',
  picture: 'picture',
}
const SHOPIFY: Columns = {
  product: 'Handle',
  title: 'Title',
  variant: 'Option1 Value',
  sku: 'Variant SKU',
  price: 'Variant Price',
  stock: 'Variant Inventory Qty',
  picture: 'Image Src',
}

interface Row {
  /** In the file, from 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

interface Read {
  readonly columns: Columns
  /** Of the currency. */
  readonly places: number
  readonly problems: FileProblem[]
}

const MOST_SHOWN = 80

function problem(line: number, why: FileProblem['why'], more: { column?: string; got?: string } = {}): FileProblem {
  return { line, why, column: more.column ?? null, got: more.got?.slice(0, MOST_SHOWN) ?? null }
}

const NEEDED = ['product', 'title', 'sku', 'price'] as const

type Found = { readonly record: Record<string, string>; readonly info: { readonly lines: number } }

const SLICE_BYTES = 65_536

/** Between two slices others have their turn: a live show does not wait for a file. */
async function* slicesOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES)
    await setImmediate()
  }
}

async function parseRows(bytes: Uint8Array): Promise<{ rows: readonly Row[] } | { problem: FileProblem }> {
  const rows: Row[] = []
  try {
    const parser = parse({ columns: true, bom: true, info: true, skip_empty_lines: true, max_record_size: 200_000 })
    const found: AsyncIterable<Found> = Readable.from(slicesOf(bytes)).pipe(parser)
    for await (const { record, info } of found) rows.push({ line: info.lines, cells: record })
    return { rows }
  } catch (error) {
    if (!isCsvError(error)) throw error
    return { problem: problem(error.lines ?? 1, 'malformed', { got: error.message }) }
  }
}

function isCsvError(error: unknown): error is CsvError & { lines?: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

function columnsOf(cells: Row['cells']): Columns | FileProblem {
  const columns = [SHOPIFY, OWN].find(({ product }) => product in cells)
  if (columns === undefined) return problem(1, 'noColumn', { column: `${OWN.product} (${SHOPIFY.product})` })
  const missing = NEEDED.map((name) => columns[name]).find((name) => !(name in cells))
  return missing === undefined ? columns : problem(1, 'noColumn', { column: missing })
}

function toVariant({ line, cells }: Row, { columns, places, problems }: Read): ShopVariant | null {
  const cell = (name: keyof Columns) => (cells[columns[name]] ?? '').trim()
  const priceMinor = readAmount(cell('price'), places)
  if (priceMinor === null) problems.push(problem(line, 'notAmount', { column: columns.price, got: cell('price') }))
  const stock = cell('stock') === '' ? null : Number(cell('stock'))
  if (stock !== null && !Number.isInteger(stock))
    problems.push(problem(line, 'notWhole', { column: columns.stock, got: cell('stock') }))
  const title = cell('variant') === '' || cell('variant') === 'Default Title' ? null : cell('variant')
  return priceMinor === null
    ? null
    : { externalId: null, sku: cell('sku'), title, priceMinor, stock: stock === null ? null : Math.max(0, stock) }
}

/** Further rows of a product leave its title empty; rows with a picture alone are no variants. */
function toProduct(externalId: string, rows: readonly Row[], read: Read): ShopProduct {
  const { columns, problems } = read
  const first = (name: string) => rows.map(({ cells }) => (cells[name] ?? '').trim()).find((cell) => cell !== '')
  const title = first(columns.title)
  if (title === undefined) problems.push(problem(rows[0]?.line ?? 1, 'empty', { column: columns.title }))
  const sold = rows.filter(({ cells }) => (cells[columns.price] ?? '') !== '' || (cells[columns.sku] ?? '') !== '')
  const variants = sold.map((row) => toVariant(row, read)).filter((variant) => variant !== null)
  return { externalId, title: title ?? '', pictureUrl: first(columns.picture) ?? null, variants }
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** A file in another alphabet than UTF-8 is refused, not imported garbled. `currency`: a file has none of its own. */
export async function readCsv(bytes: Uint8Array, currency: string): Promise<CsvOutcome> {
  if (!isText(bytes)) return { ok: false, problems: [problem(1, 'garbled')] }
  const parsed = await parseRows(bytes)
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] }
  const [first] = parsed.rows
  if (first === undefined) return { ok: false, problems: [problem(1, 'noProduct')] }
  const columns = columnsOf(first.cells)
  if ('why' in columns) return { ok: false, problems: [columns] }
  const problems = parsed.rows
    .filter(({ cells }) => (cells[columns.product] ?? '').trim() === '')
    .map(({ line }) => problem(line, 'empty', { column: columns.product }))
  const byProduct = Map.groupBy(parsed.rows, ({ cells }) => (cells[columns.product] ?? '').trim())
  const read = { columns, places: placesOf(currency), problems }
  const products = [...byProduct].map(([id, rows]) => toProduct(id, rows, read))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue: { currency, products } }
}
