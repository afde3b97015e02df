// Public random numbers of drand: asked of several relays in turn, each proven by the network's key, whoever has brought it.
import * as z from 'zod'
import { backoff } from '../kit/backoff.ts'
import { readBounded } from '../kit/readBounded.ts'
import type { GuardedFetch } from '../guard/guardedFetch.ts'
import type { Beacon, RandomNumber } from '../activities/seals/beacon.ts'
import { isProven, type ProvenChain } from './chains.ts'

export interface DrandOptions {
  readonly chain: ProvenChain
  /** Of relays, tried in this order: `https://api.drand.sh`. */
  readonly urls: readonly string[]
  readonly fetch: GuardedFetch
  /** Of one question. */
  readonly timeoutMs?: number
  /** Rises evenly whatever anybody sets the clock to, in ms. */
  readonly elapsed?: () => number
  /** Told of every question, by how it came out. */
  readonly onAnswer?: (result: 'ok' | 'none' | 'unproven' | 'unreachable') => void
}

const RandomNumber = z.object({
  round: z.number().int().positive(),
  randomness: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{96}$/),
})
const MOST_BYTES = 4096
/** So long an answer says that the network is reached. */
const FRESH_MS = 20_000
const WAIT = { firstMs: 1000, longestMs: 30_000 }

export function createDrand(options: DrandOptions): Beacon {
  const { chain, elapsed = () => performance.now() } = options
  let latest: { readonly round: number; readonly at: number } | null = null
  let lastLook: { readonly at: number; readonly isReached: boolean } | null = null
  let looking: Promise<void> | null = null
  const waits = new Map<number, { readonly failures: number; readonly from: number }>()

  const roundNow = () => (latest === null ? null : latest.round + Math.floor((elapsed() - latest.at) / chain.periodMs))

  function learn(number: RandomNumber): RandomNumber {
    if (number.round > (roundNow() ?? 0)) latest = { round: number.round, at: elapsed() }
    return number
  }

  async function look(): Promise<void> {
    const number = await askAll(options, 'latest')
    if (number) learn(number)
    lastLook = { at: elapsed(), isReached: number !== null }
  }

  return {
    chainNow() {
      const round = roundNow()
      const { hash, genesisMs, periodMs } = chain
      return round === null ? null : { hash, genesisMs, periodMs, round, isReached: lastLook?.isReached ?? false }
    },
    look() {
      if (lastLook !== null && elapsed() - lastLook.at < FRESH_MS) return Promise.resolve()
      looking ??= look().finally(() => (looking = null))
      return looking
    },
    async find(round) {
      const known = waits.get(round) ?? { failures: 0, from: 0 }
      const current = roundNow()
      if (elapsed() < known.from || (current !== null && current < round)) return null
      const number = await askAll(options, round)
      const failures = known.failures + 1
      if (number === null) waits.set(round, { failures, from: elapsed() + backoff(failures, WAIT) })
      else waits.delete(round)
      return number && learn(number)
    },
    close: () => options.fetch.close(),
  }
}

/** The first proven answer. */
async function askAll(options: DrandOptions, round: number | 'latest'): Promise<RandomNumber | null> {
  const { chain, urls, onAnswer } = options
  for (const url of urls) {
    const { result, number } = await askOne(options, `${url.replace(/\/+$/, '')}/${chain.hash}/public/${round}`)
    const isAsked = number !== null && (round === 'latest' || number.round === round)
    const isGood = isAsked && isProven(chain, number)
    onAnswer?.(isGood ? 'ok' : number === null ? result : 'unproven')
    if (isGood) return number
  }
  return null
}

type Asked = { readonly result: 'none' | 'unreachable'; readonly number: RandomNumber | null }

async function askOne({ fetch, timeoutMs = 3000 }: DrandOptions, url: string): Promise<Asked> {
  try {
    const headers = { accept: 'application/json', 'user-agent': 'Lantern' }
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch.ask({ url, method: 'GET', headers, body: null, signal })
    const body = await readBounded(answer, MOST_BYTES)
    if (answer.statusCode !== 200 || body === null) return { result: 'none', number: null }
    const number = RandomNumber.safeParse(JSON.parse(body.toString('utf8')))
    return { result: 'none', number: number.data ?? null }
  } catch {
    return { result: 'unreachable', number: null }
  }
}
