// Writes what changed on the bench: its events, then each book's rows.
import { insertRows } from '../store/bulk.ts'
import type { Bench } from './bench.ts'
import type { Page, Reader } from './books/book.ts'
import * as tables from './tables.ts'

export async function saveBench(to: Reader, bench: Bench, pages: readonly Page[]): Promise<void> {
  await insertRows(to, tables.EVENTS, bench.events)
  for (const page of pages) await page.save?.(to, bench)
}
