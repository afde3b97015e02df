// Products from a delimited file: Shopify's own export, old or new, or a short header of ours.
import type { FileProblem } from '@lantern/shared/contract/productFile.ts'
import type { ShopCatalogue, ShopProduct, ShopVariant, Withdrawn } from './catalogue.ts'
import { type Cell, detailsOf, namesOptions, optionsOf } from './csvDetails.ts'
import { type AmountForm, amountFormOf, readFileAmount, readUnits } from './fileAmount.ts'
import { readFileText } from './fileText.ts'
import { type Columns, type Field, missingHeading, readHeadings } from './headings.ts'
import { delimiterOf, readRows, type Row } from './rows.ts'

export type CsvOutcome =
  | { readonly ok: true; readonly catalogue: ShopCatalogue }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

interface Read {
  readonly columns: Columns
  readonly amounts: AmountForm
  readonly problems: FileProblem[]
}

const MOST_SHOWN = 80

function problem(line: number, why: FileProblem['why'], more: { column?: string; got?: string } = {}): FileProblem {
  return { line, why, column: more.column ?? null, got: more.got?.slice(0, MOST_SHOWN) ?? null }
}

function cellOf({ cells }: Row, columns: Columns, field: Field): string {
  const column = columns[field]
  return column === undefined ? '' : (cells[column.place] ?? '').normalize('NFC').trim()
}

function inCell(
  why: FileProblem['why'],
  { line }: Row,
  { columns, field, got }: { columns: Columns; field: Field; got?: string },
) {
  const column = columns[field]?.name ?? field
  return problem(line, why, got === undefined ? { column } : { column, got })
}

/** An empty cell says nothing; an empty tracker says that nothing is counted. */
function readStock(row: Row, read: Read): Pick<ShopVariant, 'stock' | 'isUncounted'> {
  const cell = (field: Field) => cellOf(row, read.columns, field)
  const isCounted = read.columns.tracker === undefined || cell('tracker') !== ''
  const sellsOn = /^(continue|true|yes)$/i.test(cell('policy'))
  const text = cell('stock')
  if (!isCounted || sellsOn) return { stock: null, isUncounted: true }
  if (text === '') return { stock: null }
  const units = readUnits(text, read.amounts.point)
  if (units !== null) return { stock: units }
  read.problems.push(inCell('notWhole', row, { columns: read.columns, field: 'stock', got: text }))
  return { stock: null }
}

/** All its option values; a product that has no options says `Default Title`. */
function variantTitle(row: Row, columns: Columns): string | null {
  const own = cellOf(row, columns, 'variant')
  const options = (['option1', 'option2', 'option3'] as const).map((field) => cellOf(row, columns, field))
  const title = own === '' ? options.filter((value) => value !== '').join(' / ') : own
  return title === '' || title === 'Default Title' ? null : title
}

function toVariant(row: Row, read: Read, first: Cell): ShopVariant | null {
  const price = cellOf(row, read.columns, 'price')
  const priceMinor = readFileAmount(price, read.amounts)
  if (priceMinor === null)
    read.problems.push(inCell('notAmount', row, { columns: read.columns, field: 'price', got: price }))
  const stock = readStock(row, read)
  if (priceMinor === null) return null
  const [sku, title] = [cellOf(row, read.columns, 'sku'), variantTitle(row, read.columns)]
  const options = optionsOf((field) => cellOf(row, read.columns, field), first)
  const externalId = cellOf(row, read.columns, 'id') || null
  return { externalId, sku, title, priceMinor, ...stock, ...(namesOptions(read.columns) && { options }) }
}

function withdrawnOf(status: string, published: string): Withdrawn | null {
  const told = status.toLowerCase()
  if (told === 'draft' || told === 'archived') return told
  // Spreadsheets write it in their own language when they save the file anew.
  return /^(false|no|n|0|falsch|nein|faux|non|falso|否)$/i.test(published) ? 'unpublished' : null
}

/** Further rows of a product leave its title empty; rows with a picture alone are no variants. */
function toProduct(externalId: string, rows: readonly Row[], read: Read): ShopProduct {
  const cells = rows.map((row) => (field: Field) => cellOf(row, read.columns, field))
  const first = (field: Field) => cells.map((cell) => cell(field)).find((text) => text !== '')
  const told = (field: Field) => first(field) ?? ''
  const title = first('title')
  const [top] = rows
  if (title === undefined && top !== undefined)
    read.problems.push(inCell('empty', top, { columns: read.columns, field: 'title' }))
  const pageUrl = first('page')
  const details = detailsOf(cells, told, read.columns)
  const own = {
    externalId,
    title: title ?? '',
    pictureUrl: details.pictures?.[0]?.url ?? first('picture') ?? null,
    ...(pageUrl !== undefined && { pageUrl }),
    ...details,
  }
  const withdrawn = withdrawnOf(told('status'), told('published'))
  // Nobody has to mend what is not sold.
  if (withdrawn !== null) return { ...own, withdrawn, variants: [] }
  const isSold = (row: Row) => cellOf(row, read.columns, 'price') !== '' || cellOf(row, read.columns, 'sku') !== ''
  const variants = rows
    .filter(isSold)
    .map((row) => toVariant(row, read, told))
    .filter((variant) => variant !== null)
  return { ...own, variants }
}

/** Most often a comma that stands in a text without quotes: what comes after it would be read as something else. */
function overlong(rows: readonly Row[], width: number): FileProblem[] {
  return rows.flatMap(({ line, cells }) => {
    const beyond = cells.slice(width).find((cell) => cell.trim() !== '')
    return beyond === undefined ? [] : [problem(line, 'malformed', { got: `more cells than headings: ${beyond}` })]
  })
}

function readProducts([head, ...rows]: readonly [Row, ...Row[]], currency: string): CsvOutcome {
  const columns = readHeadings(head.cells)
  const missing = missingHeading(columns)
  if (missing !== null) return { ok: false, problems: [problem(head.line, 'noColumn', { column: missing })] }
  const prices = rows.map((row) => cellOf(row, columns, 'price'))
  const read: Read = {
    columns,
    amounts: amountFormOf(currency, prices),
    problems: overlong(rows, head.cells.length),
  }
  if (rows.length === 0) read.problems.push(problem(head.line, 'noProduct'))
  const byProduct = Map.groupBy(rows, (row) => cellOf(row, columns, 'product'))
  const nameless = byProduct.get('') ?? []
  read.problems.push(...nameless.map((row) => inCell('empty', row, { columns, field: 'product' })))
  const products = [...byProduct].map(([id, own]) => toProduct(id, own, read))
  return read.problems.length > 0
    ? { ok: false, problems: read.problems }
    : { ok: true, catalogue: { currency, products } }
}

/** Spreadsheets may be told their delimiter by a line of its own: `sep=;`. */
const isDelimiterLine = ({ cells }: Row) => /^"?sep=/i.test(cells[0] ?? '')

/** A file in another alphabet than Unicode's is refused, not imported garbled. `currency`: a file has none of its own. */
export async function readCsv(file: Uint8Array, currency: string): Promise<CsvOutcome> {
  const bytes = readFileText(file)
  if (bytes === null) return { ok: false, problems: [problem(1, 'garbled')] }
  const delimiter = delimiterOf(bytes, (cells) => Object.keys(readHeadings(cells)).length)
  const parsed = await readRows(bytes, delimiter)
  if (!parsed.ok) return { ok: false, problems: [problem(parsed.line, 'malformed', { got: parsed.why })] }
  const [first] = parsed.rows
  const [head, ...rows] = first !== undefined && isDelimiterLine(first) ? parsed.rows.slice(1) : parsed.rows
  return head === undefined
    ? { ok: false, problems: [problem(1, 'noProduct')] }
    : readProducts([head, ...rows], currency)
}
