// Products from a CSV file: Shopify's own export, or a short header of ours. RFC 4180, read by csv-parse.
import { type CsvError, parse } from 'csv-parse/sync'
import { toMinor } from '../money.ts'
import type { ShopCatalogue, ShopProduct, ShopVariant } from './catalogue.ts'

export type CsvOutcome =
  | { readonly ok: true; readonly catalogue: ShopCatalogue }
  /** One line for each problem, with the line of the file and the column. */
  | { readonly ok: false; readonly problems: readonly string[] }

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
  readonly currency: string
  readonly problems: string[]
}

const NEEDED = ['product', 'title', 'sku', 'price'] as const

function parseRows(text: string): { rows: readonly Row[] } | { problem: string } {
  try {
    const found: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
    })
    return { rows: found.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!isCsvError(error)) throw error
    return { problem: `line ${error.lines ?? 1}: ${error.message}` }
  }
}

function isCsvError(error: unknown): error is CsvError & { lines?: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

function columnsOf(cells: Row['cells']): Columns | string {
  const columns = [SHOPIFY, OWN].find(({ product }) => product in cells)
  if (columns === undefined) return `line 1: a column ${OWN.product} (or ${SHOPIFY.product}) is missing`
  const missing = NEEDED.map((name) => columns[name]).find((name) => !(name in cells))
  return missing === undefined ? columns : `line 1: the column ${missing} is missing`
}

function toVariant({ line, cells }: Row, { columns, currency, problems }: Read): ShopVariant | null {
  const cell = (name: keyof Columns) => (cells[columns[name]] ?? '').trim()
  const priceMinor = toMinor(cell('price'), currency)
  if (priceMinor === null)
    problems.push(`line ${line}, ${columns.price}: must be an amount such as 12.90, got "${cell('price')}"`)
  const stock = cell('stock') === '' ? null : Number(cell('stock'))
  if (stock !== null && !Number.isInteger(stock))
    problems.push(`line ${line}, ${columns.stock}: must be a whole number, got "${cell('stock')}"`)
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
  if (title === undefined) problems.push(`line ${rows[0]?.line ?? 1}, ${columns.title}: is empty`)
  const sold = rows.filter(({ cells }) => (cells[columns.price] ?? '') !== '' || (cells[columns.sku] ?? '') !== '')
  const variants = sold.map((row) => toVariant(row, read)).filter((variant) => variant !== null)
  return { externalId, title: title ?? '', pictureUrl: first(columns.picture) ?? null, variants }
}

/** `currency`: a file has none of its own. */
export function readCsv(text: string, currency: string): CsvOutcome {
  const parsed = parseRows(text)
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] }
  const [first] = parsed.rows
  if (first === undefined) return { ok: false, problems: ['line 1: there is no product'] }
  const columns = columnsOf(first.cells)
  if (typeof columns === 'string') return { ok: false, problems: [columns] }
  const problems = parsed.rows
    .filter(({ cells }) => (cells[columns.product] ?? '').trim() === '')
    .map(({ line }) => `line ${line}, ${columns.product}: is empty`)
  const byProduct = Map.groupBy(parsed.rows, ({ cells }) => (cells[columns.product] ?? '').trim())
  const read = { columns, currency, problems }
  const products = [...byProduct].map(([id, rows]) => toProduct(id, rows, read))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue: { currency, products } }
}
