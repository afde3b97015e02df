// Throws old facts away, once every subscription has passed them and those that can be made anew have folded them in.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { EVENT_TYPES } from '../domain/eventTypes.ts'
import type { Job } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { takeTurn } from './cursors.ts'
import { type Fact, readFacts } from './facts.ts'
import { SHOP, type Stream } from './stream.ts'
import type { Subscription } from './subscription.ts'

interface Old {
  /** Facts of an earlier time. */
  readonly before: number
  /** At most so many, of one stream. */
  readonly limit: number
}

/** Answers how many went; 0: there are no more. Each call is of one stream. */
export function createForgetFacts(list: readonly Subscription[]): Job<Old, number> {
  return {
    name: 'events.forget',
    kind: 'write',
    async work(db, { before, limit }, context) {
      // In one order everywhere, and before anything is read: nobody moves on meanwhile.
      const names = list.map(({ name }) => name).sort()
      for (const name of names) await takeTurn(db, name, context)
      for (const stretch of await findPassed(db, names)) {
        const old = await readOld(db, stretch, { before, limit })
        if (old.length === 0) continue
        await forget(db, old, list)
        return old.length
      }
      return 0
    },
  }
}

interface Passed {
  readonly stream: Stream
  /** All subscriptions have come so far; the stream's newest fact lies behind it. */
  readonly seq: number
}

/** The newest fact of a stream stays: rooms and versions count from it. */
async function findPassed(db: Kysely<Schema>, names: readonly string[]): Promise<Passed[]> {
  const query = sql<Passed>`select * from (
      select streams.stream,
        (select min(passed.seq) from subscription_cursors as passed
          where passed.stream = streams.stream and passed.name in (${sql.join(names)})
          having count(*) = ${names.length}) as seq
      from (select id as stream from shows union all select ${SHOP}) as streams) as ends
    where seq is not null order by stream`
  const rows = (await query.execute(db)).rows
  const passed: Passed[] = []
  for (const { stream, seq } of rows) {
    const all = db.selectFrom('events').where('stream', '=', stream)
    const { newest } = await all.select((eb) => eb.fn.max('seq').as('newest')).executeTakeFirstOrThrow()
    passed.push({ stream, seq: Math.min(seq, Number(newest ?? 0) - 1) })
  }
  return passed
}

/** From the stream's beginning up to the first that is young. */
async function readOld(db: Kysely<Schema>, { stream, seq }: Passed, { before, limit }: Old): Promise<Fact[]> {
  const facts = await readFacts(db, { stream, after: 0, upTo: seq, types: EVENT_TYPES, limit })
  const young = facts.findIndex(({ at }) => at >= before)
  return young < 0 ? facts : facts.slice(0, young)
}

async function forget(db: Kysely<Schema>, old: readonly Fact[], list: readonly Subscription[]): Promise<void> {
  const [{ stream, seq }] = [old.at(-1) ?? { stream: SHOP, seq: 0 }]
  for (const { name, types, rebuilding } of list) {
    if (!rebuilding) continue
    const wanted = old.filter(({ type }) => types.includes(type))
    const own = db.selectFrom('checkpoints').select('kept').where('name', '=', name).where('stream', '=', stream)
    const kept = (await own.executeTakeFirst())?.kept ?? null
    const row = { seq, kept: rebuilding.fold(kept, wanted) }
    await db
      .insertInto('checkpoints')
      .values({ name, stream, ...row })
      .onConflict((conflict) => conflict.columns(['name', 'stream']).doUpdateSet(row))
      .execute()
  }
  await db.deleteFrom('events').where('stream', '=', stream).where('seq', '<=', seq).execute()
}
