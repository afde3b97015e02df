// The rows of a delimited file, RFC 4180, read by csv-parse: commas, semicolons or tabs, whatever its headings stand between.
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'

export interface Row {
  /** In the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type RowsOutcome =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly line: number; readonly why: string }

const DELIMITERS = [',', ';', '\t']
const SLICE_BYTES = 65_536
/** A quote that nothing closes takes in no more than this. */
const MOST_RECORD_BYTES = 2_000_000

/** Rows without a single filled cell, as spreadsheets leave at the end, are none. */
const FORM: Options = {
  bom: true,
  info: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  // All of them: files that went through several hands have several.
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: MOST_RECORD_BYTES,
}

type Found = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Between two slices others have their turn: a live show does not wait for a file. */
async function* slicesOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES)
    await setImmediate()
  }
}

const FIRST_ROWS = 2

function firstRows(bytes: Uint8Array, delimiter: string): readonly (readonly string[])[] {
  try {
    const rows: string[][] = parseNow(bytes.subarray(0, SLICE_BYTES), {
      ...FORM,
      info: false,
      delimiter,
      to: FIRST_ROWS,
    })
    return rows
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

/** `worth`: how well one of the first rows stands for headings. The comma where none is better. */
export function delimiterOf(bytes: Uint8Array, worth: (cells: readonly string[]) => number): string {
  const tried = DELIMITERS.map((delimiter) => ({
    delimiter,
    points: Math.max(0, ...firstRows(bytes, delimiter).map(worth)),
  }))
  return tried.reduce((best, one) => (one.points > best.points ? one : best)).delimiter
}

export async function readRows(bytes: Uint8Array, delimiter: string): Promise<RowsOutcome> {
  const rows: Row[] = []
  try {
    const parser = parse({ ...FORM, delimiter })
    const found: AsyncIterable<Found> = Readable.from(slicesOf(bytes)).pipe(parser)
    for await (const { record, info } of found) rows.push({ line: info.lines, cells: record })
    return { ok: true, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, line: typeof error['lines'] === 'number' ? error['lines'] : 1, why: error.message }
  }
}
