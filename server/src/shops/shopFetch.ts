// Requests to the shop: bounded in time and size, patient with a shop that asks for it, to its own hosts only.
import { setTimeout as pause } from 'node:timers/promises'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import { readBounded } from '../kit/readBounded.ts'
import type { ShopRefusal } from './checkout.ts'

export interface ShopRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as a form, in the place of JSON. */
  readonly form?: Readonly<Record<string, string>>
  /** What `code` in the body of a fault says when the shop is well and will not do it. */
  readonly refusals?: readonly string[]
}

export interface ShopAnswer {
  readonly status: number
  readonly headers: Headers
  /** Undefined: the body is no JSON. */
  readonly json: unknown
}

/**
 * Answers with whatever the shop said below 500, or as a refusal. SHOP_UNREACHABLE: no answer in time, a fault on its side, too many requests
 * also after waiting, a redirect, or an answer that is too large. Never throws for what a shop did.
 */
export type ShopFetch = (request: ShopRequest) => Promise<Outcome<ShopAnswer, 'SHOP_UNREACHABLE'>>

/** Sends one request and answers with what came; unless told, wherever the address leads. */
export type SendToShop = (question: {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal
}) => Promise<Pick<Response, 'status' | 'headers'> & { readonly body: AsyncIterable<Uint8Array> | null }>

export interface ShopFetchOptions {
  /** Addresses whose origins may be asked; anything else is our own fault and throws. */
  readonly allowed: readonly string[]
  /** For one answer, in ms. */
  readonly timeoutMs?: number
  /** The longest pause that a shop may ask for, in ms. */
  readonly patienceMs?: number
  readonly maxBytes?: number
  readonly send?: SendToShop
}

const TRIES = 3
const DEFAULT_PAUSE_MS = 500
const unreachable = (why: string) => refuse('SHOP_UNREACHABLE', { detail: { why } })

/** Seconds or a date; null: nothing that can be read. */
function pauseOf(header: string | null): number {
  if (header === null) return DEFAULT_PAUSE_MS
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : DEFAULT_PAUSE_MS
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRefusal(json: unknown, { refusals = [] }: ShopRequest): boolean {
  return typeof json === 'object' && json !== null && 'code' in json && refusals.some((code) => code === json.code)
}

function bodyOf({ json, form }: ShopRequest): { body: string | null; type: Record<string, string> } {
  if (form !== undefined)
    return { body: new URLSearchParams(form).toString(), type: { 'content-type': 'application/x-www-form-urlencoded' } }
  return json === undefined
    ? { body: null, type: {} }
    : { body: JSON.stringify(json), type: { 'content-type': 'application/json' } }
}

function toQuestion(request: ShopRequest) {
  const { url, method = 'GET', headers } = request
  const { type, body } = bodyOf(request)
  const all = { accept: 'application/json', 'user-agent': 'Lantern', ...type, ...headers }
  return { url, method, headers: all, body }
}

const sendAnywhere: SendToShop = ({ url, ...question }) => fetch(url, { ...question, redirect: 'manual' })

export function createShopFetch(options: ShopFetchOptions): ShopFetch {
  const { timeoutMs = 10_000, patienceMs = 3000, maxBytes = 8_000_000, send = sendAnywhere } = options
  const origins = new Set(options.allowed.map((url) => new URL(url).origin))

  async function once(request: ShopRequest): ReturnType<ShopFetch> {
    const answer = await send({ ...toQuestion(request), signal: AbortSignal.timeout(timeoutMs) })
    const body = await readBounded(answer.body, maxBytes)
    if (body === null) return unreachable('too large')
    const json = parseJson(body.toString('utf8'))
    if (answer.status >= 500 && !isRefusal(json, request)) return unreachable(`status ${answer.status}`)
    if (answer.status >= 300 && answer.status < 400) return unreachable('redirects')
    return grant({ status: answer.status, headers: answer.headers, json })
  }

  return async (request) => {
    const { origin } = new URL(request.url)
    if (!origins.has(origin)) throw new Error(`${origin} is not an address of the shop`)
    for (let tried = 1; ; tried += 1) {
      const outcome = await once(request).catch(() => unreachable('no answer'))
      if (!outcome.ok || outcome.value.status !== 429) return outcome
      const waitMs = pauseOf(outcome.value.headers.get('retry-after'))
      if (tried === TRIES || waitMs > patienceMs) return unreachable('too many requests')
      await pause(waitMs)
    }
  }
}

export function refusedByShop(why: string) {
  return refuse('SHOP_REFUSED', { detail: { why } })
}

const Said = z.object({ message: z.string() })
const MOST_WORDS = 300

/** What the shop says in the body of a refusal, on one line; many kinds have it as `message`. */
function saidIn(json: unknown): string {
  const said = Said.safeParse(json)
  const words = said.success ? said.data.message.replace(/[\s\p{C}]+/gu, ' ').trim() : ''
  return words === '' ? '' : `: ${words.slice(0, MOST_WORDS)}`
}

/** The answer's body as the schema has it. SHOP_REFUSED: another status than 2xx, or another shape; `detail.why` says which. */
export async function askShop<Body>(
  fetchShop: ShopFetch,
  request: ShopRequest,
  schema: z.ZodType<Body>,
): Promise<Outcome<Body, ShopRefusal>> {
  const answer = await fetchShop(request)
  if (!answer.ok) return answer
  const { status, json } = answer.value
  if (status < 200 || status > 299) return refusedByShop(`status ${status}${saidIn(json)}`)
  const parsed = schema.safeParse(json)
  return parsed.success ? grant(parsed.data) : refusedByShop('an answer in another shape')
}
