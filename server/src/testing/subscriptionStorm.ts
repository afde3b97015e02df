// A process of its own that appends facts and takes them as fast as it can, a line for each turn: the crash test kills it.
import { createSharedClock } from '../kit/clock.ts'
import { SHOP } from '../events/stream.ts'
import { SHOW } from '../ledger/proofs/testShop.ts'
import { openPostgres } from '../database/postgres/openPostgres.ts'
import { openSqliteThread } from '../database/sqlite/openSqliteThread.ts'
import { append, SUBSCRIPTIONS, TALLY } from './testSubscriptions.ts'

const [place] = process.argv.slice(2)
if (place === undefined) throw new Error('subscriptionStorm.ts <file or url>')

const jobsModule = new URL('./testSubscriptions.ts', import.meta.url)
const clock = createSharedClock(Date.now())
const database = await (place.startsWith('postgres')
  ? openPostgres({ url: place })
  : openSqliteThread({ file: place, clock, jobsModule }))

for (let turn = 0; ; turn += 1) {
  const add = (stream: typeof SHOP | typeof SHOW) =>
    database.run(append, { stream, type: 'words:changed', payload: { turn } })
  await Promise.all([
    add(SHOP),
    add(SHOW),
    add(SHOP),
    database.run(SUBSCRIPTIONS.take, { name: TALLY.name, limit: 2 }),
    database.run(SUBSCRIPTIONS.take, { name: TALLY.name, limit: 3 }),
  ])
  process.stdout.write(`${turn}\n`)
}
