// Jobs that move subscriptions on: at least once, in the order of each stream, a stream that stands still not stopping others.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { findNews, moveCursor, type News, putOff, takeTurn } from './cursors.ts'
import { findNext, readFacts } from './facts.ts'
import { createBeginRebuild } from './rebuild.ts'
import { createForgetFacts } from './retention.ts'
import type { Lag, Stuck, Subscription, Taken } from './subscription.ts'

export type SubscriptionJobs = ReturnType<typeof createSubscriptionJobs>

/** For the database's table of jobs: whoever is not in the list is not served. */
export function createSubscriptionJobs(list: readonly Subscription[]) {
  const take: Job<{ name: string; limit: number }, Taken> = {
    name: 'events.take',
    kind: 'write',
    work: (db, { name, limit }, context) => takeOn(db, { subscription: find(list, name), limit }, context),
  }
  const readLags: Job<null, Lag[]> = {
    name: 'events.readLags',
    kind: 'read',
    async work(db, _input, context) {
      const now = await context.now()
      const lags: Lag[] = []
      for (const { name } of list) lags.push(await readLag(db, name, now))
      return lags
    },
  }
  const findStuck: Job<null, { name: string; streams: number }[]> = {
    name: 'events.findStuck',
    kind: 'read',
    async work(db) {
      const waiting = db.selectFrom('subscription_cursors').where('tries', '>', 0).groupBy('name').orderBy('name')
      const rows = await waiting.select((eb) => ['name', eb.fn.countAll<number>().as('streams')]).execute()
      return rows.map(({ name, streams }) => ({ name, streams: Number(streams) }))
    },
  }
  return { take, readLags, findStuck, beginRebuild: createBeginRebuild(list), forget: createForgetFacts(list) }
}

export function find(list: readonly Subscription[], name: string): Subscription {
  const found = list.find((one) => one.name === name)
  if (!found) throw new Error(`no subscription is named ${name}`)
  return found
}

interface Turn {
  readonly subscription: Subscription
  readonly limit: number
}

async function takeOn(db: Kysely<Schema>, { subscription, limit }: Turn, context: JobContext): Promise<Taken> {
  await takeTurn(db, subscription.name, context)
  const now = await context.now()
  const stuck: Stuck[] = []
  let facts = 0
  for (const news of await findNews(db, subscription.name)) {
    if (facts >= limit) break
    if (news.next_at > now) continue
    const taken = await takeStream(db, { subscription, news, limit: limit - facts }, context)
    facts += taken.facts
    stuck.push(...taken.stuck)
  }
  return { facts, stuck }
}

interface StreamTurn extends Turn {
  readonly news: News
}

/** All together, or, where one stands in the way, one by one up to it. */
async function takeStream(db: Kysely<Schema>, turn: StreamTurn, context: JobContext): Promise<Taken> {
  const together = await tryFacts(db, turn, context)
  if (together.ok) return { facts: together.facts, stuck: [] }
  let [news, facts] = [turn.news, 0]
  for (;;) {
    const one = await tryFacts(db, { ...turn, news, limit: 1 }, context)
    if (!one.ok) return { facts, stuck: await noteStuck(db, { ...turn, news, problem: one.problem }, context) }
    facts += one.facts
    news = { ...news, seq: one.seq, tries: 0 }
    if (facts >= turn.limit || one.seq >= news.last) return { facts, stuck: [] }
  }
}

type Tried = { ok: true; facts: number; seq: number } | { ok: false; problem: string }

/** Takes the stream's next facts and moves the cursor past everything that was looked at; or nothing of it has happened. */
async function tryFacts(db: Kysely<Schema>, turn: StreamTurn, context: JobContext): Promise<Tried> {
  const { subscription, news, limit } = turn
  const { name, types } = subscription
  const { stream, seq: after, last } = news
  await sql`savepoint taking`.execute(db)
  try {
    const facts = await readFacts(db, { stream, after, upTo: last, types, limit })
    if (facts.length > 0) await subscription.take(db, facts, context)
    const seq = facts.length < limit ? last : (facts.at(-1)?.seq ?? last)
    await moveCursor(db, { name, stream, seq })
    await sql`release savepoint taking`.execute(db)
    return { ok: true, facts: facts.length, seq }
  } catch (error) {
    // Where the database itself is in trouble this fails as well, and the whole turn with it.
    await sql`rollback to savepoint taking`.execute(db)
    await sql`release savepoint taking`.execute(db)
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

async function noteStuck(
  db: Kysely<Schema>,
  { subscription: { name, types }, news, problem }: StreamTurn & { readonly problem: string },
  context: JobContext,
): Promise<Stuck[]> {
  const { stream, seq, last } = news
  const tries = news.tries + 1
  await putOff(db, { name, stream, seq, tries, now: await context.now(), problem })
  const at = (await findNext(db, { stream, after: seq, upTo: last, types })) ?? seq
  return [{ name, stream, seq: at, tries, problem }]
}

async function readLag(db: Kysely<Schema>, name: string, now: number): Promise<Lag> {
  const news = await findNews(db, name)
  let [facts, oldest] = [0, now]
  for (const { stream, seq } of news) {
    const behind = db.selectFrom('events').where('stream', '=', stream).where('seq', '>', seq)
    const counted = behind.select((eb) => [eb.fn.countAll<number>().as('facts'), eb.fn.min('at').as('oldest')])
    const row = await counted.executeTakeFirstOrThrow()
    facts += Number(row.facts)
    oldest = Math.min(oldest, Number(row.oldest ?? now))
  }
  return { name, facts, oldestMs: now - oldest, stuck: news.filter(({ tries }) => tries > 0).length }
}
