// Receipts of what shops have said: the same event acts once, and what came too early waits for its payment.
import { sql } from 'kysely'
import { insertRows } from '../../database/bulk.ts'
import type { InboxRow } from '../../database/schema.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import { unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

export const INBOX: Book = {
  name: 'inbox',
  rank: 70,
  locks: null,
  open: async (reader, opening) => ({
    rows: { inbox: await readInbox(reader, opening) },
    save: (to, { inbox }) => insertRows(to, tables.INBOX, inbox.added()),
  }),
}

/** The receipts of these facts, and what was said too early of the holds they are about. */
async function readInbox({ db, words }: Reader, { requests }: Opening): Promise<InboxRow[]> {
  const facts = inputsOf(requests, 'report')
  if (facts.length === 0) return []
  const given = words.givenRows(
    { endpoint_id: 'text', event_id: 'text' },
    facts.map((fact) => [fact.endpointId, fact.eventId]),
  )
  const found = sql<InboxRow>`select inbox.* from ${given} join inbox
    on inbox.endpoint_id = given.endpoint_id and inbox.event_id = given.event_id`
  const isTheirs = words.isOneOf('hold_id', unique(facts.map((fact) => fact.holdId)))
  const early = await db.selectFrom('inbox').selectAll().where(isTheirs).where('early', 'is not', null).execute()
  return [...(await found.execute(db)).rows, ...early]
}
