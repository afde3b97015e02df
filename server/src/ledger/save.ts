// Writes what changed in the working set: its events, then each book's rows.
import { writeRows } from '../events/append.ts'
import type { WorkingSet } from './workingSet.ts'
import type { Page, Reader } from './books/book.ts'

export async function saveWorkingSet(to: Reader, set: WorkingSet, pages: readonly Page[]): Promise<void> {
  await writeRows(to, set.events)
  for (const page of pages) await page.save?.(to, set)
}
