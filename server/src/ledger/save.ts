// Writes what changed on the bench: its events, then each book's rows.
import { writeRows } from '../events/append.ts'
import type { Bench } from './workingSet.ts'
import type { Page, Reader } from './books/book.ts'

export async function saveBench(to: Reader, bench: Bench, pages: readonly Page[]): Promise<void> {
  await writeRows(to, bench.events)
  for (const page of pages) await page.save?.(to, bench)
}
