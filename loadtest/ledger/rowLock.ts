// A peer: one transaction per hold that locks the offer's row, as most shops would write it, on a PostgreSQL like ours.
import { Pool, type PoolClient } from 'pg'
import { z } from 'zod'
import { type Client, type Contender, RefusedError, type Target } from './contender.ts'
import type { HoldRequest } from './contender.ts'
import { HOLD_MS, PER_VIEWER, UNITS_PER_OFFER } from './plan.ts'
import { startPostgres } from './postgresServer.ts'

/** All processes together; of 2 to 32 the best, hot row or not. */
const CONNECTIONS = 8

const SCHEMA = `
  create table offers (id integer primary key, free integer not null, per_viewer integer not null);
  create table holds (id text primary key, offer_id integer not null, viewer_id text not null, quantity integer not null,
    expires_at bigint not null, answer text not null);
  create index on holds (viewer_id);
  create index on holds (expires_at);
  create table events (seq bigint generated always as identity primary key, at bigint not null, payload text not null)`

const LOCK = {
  name: 'lock',
  text: `select free, per_viewer, (select answer from holds where id = $2) as answer,
    (select coalesce(sum(quantity), 0)::integer from holds where viewer_id = $3 and offer_id = $1) as taken
    from offers where id = $1 for update`,
}
const WRITE = {
  name: 'write',
  text: `with hold as (insert into holds values ($1, $2, $3, $4, $5, $6)),
    event as (insert into events (at, payload) values ($7, $6))
    update offers set free = free - $4 where id = $2`,
}

const Locked = z.object({ free: z.number(), per_viewer: z.number(), answer: z.string().nullable(), taken: z.number() })

/** Two round trips: what does not hang on an answer is sent together. */
async function hold(client: PoolClient, { holdId, viewerId, offer }: HoldRequest): Promise<void> {
  const begun = client.query('begin')
  const [, { rows }] = await Promise.all([begun, client.query({ ...LOCK, values: [offer, holdId, viewerId] })])
  const { free, per_viewer, answer, taken } = Locked.parse(rows[0])
  if (answer !== null) return void (await client.query('commit'))
  const code = taken + 1 > per_viewer ? 'LIMIT_REACHED' : free < 1 ? 'SOLD_OUT' : null
  if (code !== null) {
    await client.query('rollback')
    throw new RefusedError(code)
  }
  const at = Date.now()
  const given = JSON.stringify({ holdId, viewerId, offer, quantity: 1, grantedAt: at, expiresAt: at + HOLD_MS })
  const values = [holdId, offer, viewerId, 1, at + HOLD_MS, given, at]
  await Promise.all([client.query({ ...WRITE, values }), client.query('commit')])
}

function openPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max, pipeline: true })
  // `end` does not wait for the last goodbyes: the server may be stopped before them.
  pool.on('error', () => {})
  return pool
}

function connect({ at, processes }: Target): Client {
  const pool = openPool(at, CONNECTIONS / processes)
  return {
    async place(request) {
      const client = await pool.connect()
      try {
        await hold(client, request)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

async function count(url: string): Promise<number> {
  const pool = openPool(url, 1)
  const { rows } = await pool.query(
    `select (select count(*) from holds)::integer as holds,
    (select sum($1 - free) from offers)::integer as taken`,
    [UNITS_PER_OFFER],
  )
  await pool.end()
  const { holds, taken } = z.object({ holds: z.number(), taken: z.number() }).parse(rows[0])
  if (holds !== taken) throw new Error(`${holds} holds, but ${taken} units are taken`)
  return holds
}

async function fill(url: string, offers: number): Promise<void> {
  const pool = openPool(url, 1)
  await pool.query(SCHEMA)
  const rows = 'insert into offers select n, $1, $2 from generate_series(0, $3::integer - 1) n'
  await pool.query(rows, [UNITS_PER_OFFER, PER_VIEWER, offers])
  await pool.end()
}

export const rowLock: Contender = {
  title: 'SELECT ... FOR UPDATE, a transaction per hold',
  settings: `pg pool of ${CONNECTIONS}, prepared statements, pipelined: two round trips`,
  async create({ folder, offers, processes }) {
    const server = await startPostgres(folder)
    await fill(server.url, offers)
    const offerIds = Array.from({ length: offers }, (_, index) => String(index))
    return {
      target: { contender: 'rowLock', at: server.url, offerIds, processes },
      serverPid: server.pid,
      countHolds: () => count(server.url),
      remarks: async () => [],
      close: server.close,
    }
  },
  connect: async (target) => connect(target),
}
