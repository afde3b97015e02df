// Mistakes that somebody could make in the ledger; the proofs have to notice each of them.
import type { Patch } from './patch.ts'
import { MODELLED } from './modelPatches.ts'
import { PLAYS } from './playPatches.ts'
import { GROUPS } from './groupPatches.ts'
import { PRICES } from './pricePatches.ts'
import { CROWDS, RULES } from './rulePatches.ts'

const QUEUE: readonly Patch[] = [
  {
    name: 'the answers of a batch in another order',
    file: 'ledger/batch.ts',
    find: 'entry.resolve(answers, nth)',
    put: 'entry.resolve(answers, answers[entry.request.kind].length - 1 - nth)',
    probe: 'rules',
  },
  {
    name: 'a half is committed twice on retreat',
    file: 'ledger/batch.ts',
    find: 'await commit(batch.slice(0, middle))',
    put: 'await commit(batch.slice(0, middle))\n    await commit(batch.slice(0, middle))',
    probe: 'rules',
  },
  {
    name: 'one bad request takes its neighbours down',
    file: 'ledger/batch.ts',
    find: 'batch.length === 1 || !isOfOneRequest',
    put: 'batch.length > 0 || !isOfOneRequest',
    probe: 'rules',
  },
  {
    name: 'the answer is sent before the commit',
    file: 'database/sqlite/thread.ts',
    find: `async function run({ job: name, input }: Extract<ToThread, { type: 'run' }>): Promise<unknown> {
  if (current === null) throw new DatabaseError('DATABASE_CLOSED', 'no file is open')
  const { connection, context } = current
  const job = (await jobs).get(name)
  if (!job) throw new DatabaseError('UNKNOWN_JOB', \`no job is named \${name}\`)
  return connection.transact(job.kind, () => job.work(connection.db, fromJson(input), context))`,
    put: `async function run({ id, job: name, input }: Extract<ToThread, { type: 'run' }>): Promise<unknown> {
  if (current === null) throw new DatabaseError('DATABASE_CLOSED', 'no file is open')
  const { connection, context } = current
  const job = (await jobs).get(name)
  if (!job) throw new DatabaseError('UNKNOWN_JOB', \`no job is named \${name}\`)
  return connection.transact(job.kind, () =>
    job.work(connection.db, fromJson(input), context).then(async (early) => {
      say({ type: 'done', id, output: toJson(early) })
      await new Promise((resolve) => setTimeout(resolve, 50))
      return early
    }),
  )`,
    probe: 'crash',
  },
  {
    name: 'a batch serves the waitlist only at its start',
    file: 'ledger/jobs/commitBatch.ts',
    find: "if (request.kind !== 'place') serveLines(set)",
    put: '',
    probe: 'rules',
  },
  {
    name: 'a sweep ignores what other requests of its batch have moved',
    file: 'ledger/decide/decide.ts',
    find: `(hold) => isOverdue(hold, set.now)).slice(0, limit)
  return due.filter((hold) => expireIfOverdue(set, hold) !== hold).length`,
    put: `() => true).slice(0, limit)
  due.forEach((hold) => expireIfOverdue(set, hold))
  return due.length`,
    probe: 'rules',
  },
  {
    name: 'a sweep expires twice as many as it may',
    file: 'ledger/decide/decide.ts',
    find: '.slice(0, limit)',
    put: '.slice(0, 2 * limit)',
    probe: 'rules',
  },
]

const STORAGE: readonly Patch[] = [
  {
    name: 'the first event of a batch is lost',
    file: 'ledger/save.ts',
    find: 'writeRows(to, set.events)',
    put: 'writeRows(to, set.events.slice(1))',
    probe: 'rules',
  },
  {
    name: 'the event of a move does not name its hold',
    file: 'ledger/workingSet.ts',
    find: '...more } }, hold.id)',
    put: '...more } }, null)',
    probe: 'rules',
  },
  {
    name: 'lapses are not loaded for holds that run out',
    file: 'ledger/books/strikes.ts',
    find: 'holds.filter((hold) => named.has(hold.id))',
    put: 'holds.filter(() => false)',
    probe: 'rules',
  },
  {
    name: 'in a batch of holds alone people get past those in line',
    file: 'ledger/books/waits.ts',
    find: '=> mayFree || offer.free > 0)',
    put: '=> mayFree)',
    probe: 'rules',
  },
  {
    name: 'the show of a sweep’s holds is not loaded',
    file: 'ledger/books/holds.ts',
    find: 'settled].map((input) => input.holdId), ...dueIds])',
    put: 'settled].map((input) => input.holdId)])',
    probe: 'rules',
  },
  {
    name: 'a shop’s event acts again when it comes again',
    file: 'ledger/decide/report.ts',
    find: 'set.inbox.put({ ...receipt, early: keepEarly(set, hold, fact) })',
    put: 'keepEarly(set, hold, fact)',
    probe: 'rules',
  },
]

const LINES: readonly Patch[] = [
  {
    name: 'the waitlist is served from its end',
    file: 'ledger/decide/waitlist.ts',
    find: 'a.no - b.no',
    put: 'b.no - a.no',
    probe: 'rules',
  },
  {
    name: 'who is away is served',
    file: 'ledger/decide/waitlist.ts',
    find: 'inLine.filter((wait) => wait.present === 1)',
    put: '[...inLine]',
    probe: 'rules',
  },
  {
    name: 'those who leave the line are counted on',
    file: 'ledger/decide/waitlist.ts',
    find: 'waiting: offer.waiting - 1',
    put: 'waiting: offer.waiting',
    probe: 'rules',
  },
]

export const PATCHES: readonly Patch[] = [
  ...QUEUE,
  ...STORAGE,
  ...LINES,
  ...RULES,
  ...CROWDS,
  ...PLAYS,
  ...PRICES,
  ...GROUPS,
  ...MODELLED,
]
