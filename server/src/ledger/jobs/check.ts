// Reads the database alone and lists what its books say is wrong: I1, I2 and the database's half of I4.
import type { Job } from '../../database/database.ts'
import type { Book } from '../books/book.ts'
import { BOOKS } from '../books/books.ts'
import type { Drift } from '../ledger.ts'

export function createCheckLedger(books: readonly Book[]): Job<null, Drift[]> {
  return {
    name: 'ledger.check',
    kind: 'read',
    async work(db, _input, { words }) {
      const drift: Drift[] = []
      for (const book of books) drift.push(...((await book.check?.({ db, words })) ?? []))
      return drift
    },
  }
}

export const checkLedger = createCheckLedger(BOOKS)
