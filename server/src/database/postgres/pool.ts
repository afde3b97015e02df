// Connections to PostgreSQL: few, checked, and with an end to every wait.
import pg from 'pg'

export interface PoolOptions {
  /** postgres:// or postgresql:// */
  readonly url: string
  readonly connections: number
  /** How long a statement may work or wait for a lock, in ms; unless told, what a viewer would wait. */
  readonly patienceMs?: number
}

/** To connect, and to wait for a connection of the pool. */
const CONNECT_MS = 5000
const LOCK_MS = 5000
const STATEMENT_MS = 30_000
const IDLE_IN_TRANSACTION_MS = 10_000
/** For a server that says nothing any more, not even that the time is up. */
const SILENCE_MS = 5000
const IDLE_MS = 60_000

const INT8 = 20
const NUMERIC = 1700
const asNumber: ReadonlySet<number> = new Set([INT8, NUMERIC])

/** Times, money and counts stay below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && asNumber.has(oid)) return Number
  return pg.types.getTypeParser(oid, format)
}

/** What was promised is on disk: a server or user that was told otherwise is told again. */
const DURABLE = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') in ('off', 'local')`

/** Connects when the first one asks. */
export function createPool({ url, connections, patienceMs }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'lantern',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    lock_timeout: patienceMs ?? LOCK_MS,
    statement_timeout: patienceMs ?? STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: (patienceMs ?? STATEMENT_MS) + SILENCE_MS,
    types: { getTypeParser },
    // The pool waits for this promise, whatever its types say: a connection is given out when it is durable.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: async (client) => void (await client.query(DURABLE)),
  })
  // Whoever asks next is told; a lost connection that nobody uses is no news.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
