// One batch of the ledger as one transaction: lock, read the clock, load, decide each in order, write, answer.
import type { Job } from '../../database/database.ts'
import { showsOf } from '../../events/append.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import { createWorkingSet } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import { byRank } from '../books/book.ts'
import type { Book } from '../books/book.ts'
import { BOOKS } from '../books/books.ts'
import { moveDue } from '../decide/activities.ts'
import { decide, settleSales } from '../decide/decide.ts'
import { tellEntries } from '../decide/enter.ts'
import { bringOpened, isBehind } from '../decide/openedPrices.ts'
import { tellRewards } from '../decide/rewards.ts'
import { tellStocks } from '../decide/stocks.ts'
import { openWaiting } from '../decide/waiting.ts'
import { serveLines } from '../decide/waitlist.ts'
import { joinHooks } from '../joinHooks.ts'
import { openBooks } from '../load.ts'
import { inputsOf, noAnswers } from '../requests.ts'
import type { Answers, Committed, Kind, LedgerPolicy, LedgerRequest } from '../requests.ts'
import { saveWorkingSet } from '../save.ts'

interface Batch {
  readonly requests: readonly LedgerRequest[]
  readonly policy: LedgerPolicy
}

/** A request makes at most this many events of its own; a sweep one for each hold, any change of a sale one more. */
const EVENTS_PER_REQUEST = 3
const EVENTS_PER_WAIT = 2
/** It opens, closes, is settled, pins what won and gives up its place in front; buyers enter it and reach five steps. */
const EVENTS_PER_ACTIVITY = 11
/** One tells of all rewards that are over, one of all that are granted. */
const EVENTS_PER_SHOW = 2

export type CommitBatch = Job<Batch, Changed<Committed>>

export function createCommitBatch(unsorted: readonly Book[]): CommitBatch {
  const books = byRank(unsorted)
  const more = books.reduce((events, book) => events + (book.events ?? 0), 0)
  return {
    name: 'ledger.commitBatch',
    kind: 'write',
    async work(db, { requests, policy }, context) {
      const reader = { db, words: context.words }
      const { rows, pages, now } = await openBooks(books, { reader, requests, context })
      // What was kept for a payment of this batch makes as many events as if it came now.
      const acting = requests.length + rows.dueIds.length + rows.inbox.filter(({ early }) => early !== null).length
      const atMost =
        acting * (EVENTS_PER_REQUEST + more) +
        rows.sales.length +
        rows.shows.length * EVENTS_PER_SHOW +
        rows.payments.length +
        (rows.stocks.length === 0 ? 0 : rows.offers.length) +
        rows.behind.reduce((holds, { holdIds }) => holds + holdIds.length, 0) +
        rows.waits.length * (EVENTS_PER_WAIT + more) +
        (rows.activities.length + inputsOf(requests, 'makeActivity').length) * EVENTS_PER_ACTIVITY
      const numbering = await context.words.openNumbering(db, atMost)
      const hooks = joinHooks(pages)
      const set = createWorkingSet(rows, { now, policy, nextSeq: numbering.next, newId: context.newId, hooks })
      for (const page of pages) page.begin?.(set)
      const answers = decideAll(set, requests)
      tellStocks(set)
      tellEntries(set)
      tellRewards(set)
      await saveWorkingSet(reader, set, pages)
      await numbering.save()
      return changedIn({ answers, isBehind: isBehind(set) }, ...showsOf(set.events))
    },
  }
}

export const commitBatch = createCommitBatch(BOOKS)

/** Sales and activities are moved on for the whole batch; the first sweep in it counts those that moved as its own. */
function decideAll(set: WorkingSet, requests: readonly LedgerRequest[]): Answers {
  const answers = noAnswers()
  const endedSales = settleSales(set)
  const moved = moveDue(set) + openWaiting(set, requests)
  bringOpened(set)
  serveLines(set)
  for (const request of requests) {
    answer(set, request, answers)
    // Before the next request of the batch: nobody is to get past those in line.
    if (request.kind !== 'place') serveLines(set)
  }
  if (answers.sweep[0] !== undefined) answers.sweep[0] += endedSales
  if (answers.moveDue[0] !== undefined) answers.moveDue[0] = { moved, broken: set.broken }
  return answers
}

function answer<K extends Kind>(set: WorkingSet, request: LedgerRequest<K>, answers: Answers): void {
  answers[request.kind].push(decide(set, request))
}
