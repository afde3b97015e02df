// What the database says of a storm, read from outside while it blows.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { databaseFile } from '../records.ts'

const Lines = z.array(z.object({ offerId: z.string(), quantity: z.number() }))

export interface Books {
  /** Units of each offer that these viewers hold unpaid now. */
  unitsHeld(viewers: ReadonlySet<string>): Map<string, number>
  /** Their places in line. */
  places(viewers: ReadonlySet<string>): number
  /** Their comments, and the bytes of these. */
  comments(viewers: ReadonlySet<string>): { readonly count: number; readonly bytes: number }
  /** Orders that are paid. */
  paid(viewers: ReadonlySet<string>): number
  likes(): number
  close(): void
}

export function openBooks(dataDir: string, showId: ShowId): Books {
  const database = new DatabaseSync(databaseFile(dataDir), { readOnly: true })
  const rowsOf = (query: string, viewers: ReadonlySet<string>) =>
    database
      .prepare(query)
      .all(showId)
      .filter((row) => viewers.has(String(row['viewer_id'])))
  return {
    unitsHeld: (viewers) => {
      const units = new Map<string, number>()
      const live = rowsOf(
        `select viewer_id, lines from holds where show_id = ? and state in ('held', 'paying')`,
        viewers,
      )
      for (const { offerId, quantity } of live.flatMap((row) => Lines.parse(JSON.parse(String(row['lines']))))) {
        units.set(offerId, (units.get(offerId) ?? 0) + quantity)
      }
      return units
    },
    places: (viewers) => rowsOf(`select viewer_id from waits where show_id = ? and state = 'waiting'`, viewers).length,
    comments: (viewers) => {
      const texts = rowsOf('select viewer_id, text from comments where show_id = ?', viewers)
      const bytes = texts.reduce((sum, row) => sum + Buffer.byteLength(String(row['text'])), 0)
      return { count: texts.length, bytes }
    },
    paid: (viewers) => rowsOf(`select viewer_id from holds where show_id = ? and state = 'paid'`, viewers).length,
    likes: () => Number(database.prepare('select likes from likes where show_id = ?').get(showId)?.['likes'] ?? 0),
    close: () => database.close(),
  }
}
