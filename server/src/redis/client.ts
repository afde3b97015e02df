// A connection to Redis that is never waited for: it comes back for ever, and says once when it went.
import { createClient } from 'redis'
import { backoff } from '../kit/backoff.ts'
import type { Log } from '../ops/log.ts'

/** Beyond this many unanswered commands further ones are refused instead of growing a queue. */
const MOST_UNANSWERED = 1_000
const CONNECT_TIMEOUT_MS = 2_000
const PAUSES = { firstMs: 50, longestMs: 1_000 }

function makeClient(url: string) {
  return createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_UNANSWERED,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (retries) => backoff(retries + 1, PAUSES),
    },
  })
}

export type Connection = ReturnType<typeof makeClient>

export interface ConnectionOptions {
  readonly url: string
  readonly log: Log
  /** Called with every change between reachable and away. */
  onUp(up: boolean): void
}

/** Starts connecting and returns at once; commands sent while Redis is away reject. */
export function openConnection({ url, log, onUp }: ConnectionOptions): Connection {
  const client = makeClient(url)
  let isAway = false

  client.on('error', (error: unknown) => {
    if (!isAway) log.warn({ err: error }, 'redis is away; going on without it')
    isAway = true
    onUp(false)
  })
  client.on('ready', () => {
    if (isAway) log.info('redis is back')
    isAway = false
    onUp(true)
  })
  // Rejects only when it was closed before it ever connected.
  client.connect().catch(() => {})
  return client
}

/** A promise that gives up: a stalled Redis answers nobody. */
export async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`redis did not answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
