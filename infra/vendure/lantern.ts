// What a Vendure shop needs of Lantern's formats: hand-off tokens and webhooks proven, its own signed. Goes beside lanternPlugin.ts.
import {
  createHmac,
  createPublicKey,
  createSecretKey,
  type JsonWebKey,
  type KeyObject,
  timingSafeEqual,
  verify,
} from 'node:crypto'

export interface LanternOptions {
  /** Where the studio is, such as https://live.shop.example */
  readonly studioUrl: string
  /** SHOP_AUDIENCE of the studio. */
  readonly audience: string
  /** HANDOFF_SECRET of the studio; without it its public keys are fetched. */
  readonly handoffSecret?: string
  /** SHOP_WEBHOOK_SECRET of the studio: what we tell it is signed with it. */
  readonly webhookSecret: string
  /** SHOP_ENDPOINT_ID of the studio. */
  readonly endpointId: string
  /** STUDIO_WEBHOOK_SECRET: what it tells us is signed with it. Without it units are set apart when their buyer arrives. */
  readonly studioSecret?: string
  /** Where the storefront takes the buyer's order from here. */
  readonly checkoutUrl: string
}

export interface HeldItem {
  readonly sku: string
  readonly quantity: number
  readonly unitPriceMinor: number
}

/** A hold as an order is made of it. */
export interface Held {
  readonly holdId: string
  readonly items: readonly HeldItem[]
  readonly currency: string
  /** What comes off the whole beside the prices of items. */
  readonly offMinor: number
  /** Ms since the epoch. */
  readonly expiresAt: number
}

export interface HandedOver extends Held {
  readonly returnUrl: string
}

interface Head {
  readonly alg: string
  readonly kid?: string
}
interface Claims {
  readonly iss: string
  readonly aud: string
  readonly jti: string
  readonly exp: number
  readonly items: readonly (HeldItem & { readonly currency: string })[]
  readonly discounts: readonly { readonly amountMinor: number }[]
  readonly returnUrl: string
}
interface Notice {
  readonly type: string
  readonly data: {
    readonly holdId?: string
    readonly items?: readonly HeldItem[]
    readonly totalMinor?: number
    readonly currency?: string
    readonly expiresAt?: number
  }
}

/** Of a message: an older one may be one that somebody kept. */
const MESSAGE_LIVES_MS = 300_000
const KEYS_LIVE_MS = 600_000
/** A key that nobody knows may be a new one; whoever makes them up must not have us ask each time. */
const ASK_AGAIN_MS = 30_000

export type KeyFinder = (head: Head) => Promise<KeyObject | null>

/** The studio's public keys are kept for ten minutes, and asked for again when a token names one that is new. */
export function createKeyFinder(options: LanternOptions, clock: () => number = Date.now): KeyFinder {
  const { handoffSecret, studioUrl } = options
  let kept: { readonly keys: readonly (JsonWebKey & { kid?: string })[]; readonly at: number } = {
    keys: [],
    at: -Infinity,
  }

  async function ask(): Promise<void> {
    const answer = await fetch(`${studioUrl}/.well-known/jwks.json`, { signal: AbortSignal.timeout(5000) })
    if (!answer.ok) throw new Error(`${studioUrl} does not tell its keys: ${answer.status}`)
    kept = { keys: ((await answer.json()) as { keys: (JsonWebKey & { kid?: string })[] }).keys, at: clock() }
  }

  return async ({ alg, kid }) => {
    if (handoffSecret !== undefined) return alg === 'HS256' ? createSecretKey(handoffSecret, 'utf8') : null
    if (alg !== 'ES256') return null
    const known = () => kept.keys.find((key) => key.kid === kid)
    const age = clock() - kept.at
    if (age > KEYS_LIVE_MS || (known() === undefined && age > ASK_AGAIN_MS)) await ask()
    const key = known()
    return key === undefined ? null : createPublicKey({ key, format: 'jwk' })
  }
}

function isSigned(signed: string, signature: Buffer, key: KeyObject): boolean {
  if (key.type === 'public') return verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, signature)
  const right = createHmac('sha256', key).update(signed).digest()
  return right.length === signature.length && timingSafeEqual(right, signature)
}

const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())

function readHead(part: string): Head | null {
  try {
    const head = parse(part) as Partial<Head> | null
    return typeof head?.alg === 'string' ? { ...head, alg: head.alg } : null
  } catch {
    return null
  }
}

function toHeld(items: readonly HeldItem[], rest: Omit<Held, 'items'>): Held {
  return { ...rest, items: items.map(({ sku, quantity, unitPriceMinor }) => ({ sku, quantity, unitPriceMinor })) }
}

/** The hold that a link hands over; null: it is not the studio's, is meant for another shop, or its time is over. */
export async function readToken(
  token: string,
  { options, findKey, now }: { options: LanternOptions; findKey: KeyFinder; now: number },
): Promise<HandedOver | null> {
  const [head = '', body = '', signature, ...more] = token.split('.')
  const said = readHead(head)
  if (signature === undefined || more.length > 0 || said === null) return null
  const key = await findKey(said)
  if (key === null || !isSigned(`${head}.${body}`, Buffer.from(signature, 'base64url'), key)) return null
  // Only now is it read: what it says of itself counts for nothing before.
  const claims = parse(body) as Claims
  const [item] = claims.items
  if (claims.iss !== 'lantern' || claims.aud !== options.audience || item === undefined) return null
  const expiresAt = claims.exp * 1000
  if (now >= expiresAt) return null
  const offMinor = claims.discounts.reduce((sum, discount) => sum + discount.amountMinor, 0)
  const { returnUrl, jti: holdId } = claims
  return { ...toHeld(claims.items, { holdId, currency: item.currency, offMinor, expiresAt }), returnUrl }
}

function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(signed).digest('base64')
}

/** Standard Webhooks 1.0: https://www.standardwebhooks.com */
export function signEvent(secret: string, { id, body, now }: { id: string; body: string; now: number }) {
  const at = String(Math.floor(now / 1000))
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${signatureOf(secret, `${id}.${at}.${body}`)}`,
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Whether the studio sent it, lately; while it changes its secret there are several signatures. */
function isFromStudio(body: Buffer, headers: Headers, { secret, now }: { secret: string; now: number }): boolean {
  const [id, at, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name]))
  if (Math.abs(now - Number(at) * 1000) > MESSAGE_LIVES_MS || Number.isNaN(Number(at))) return false
  const right = Buffer.from(`v1,${signatureOf(secret, `${id}.${at}.${body.toString('utf8')}`)}`)
  return (given ?? '').split(' ').some((one) => {
    const tried = Buffer.from(one)
    return tried.length === right.length && timingSafeEqual(tried, right)
  })
}

export type StudioSays =
  | { readonly type: 'held'; readonly held: Held }
  | { readonly type: 'ended'; readonly holdId: string }
  | { readonly type: 'nothing' }

function saidBy({ type, data }: Notice): StudioSays {
  const { holdId, items, totalMinor, currency, expiresAt } = data
  if (holdId === undefined) return { type: 'nothing' }
  if (type === 'hold.released' || type === 'hold.expired') return { type: 'ended', holdId }
  if (type !== 'hold.created' || items === undefined || totalMinor === undefined) return { type: 'nothing' }
  if (currency === undefined || expiresAt === undefined) return { type: 'nothing' }
  const whole = items.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0)
  return { type: 'held', held: toHeld(items, { holdId, currency, offMinor: whole - totalMinor, expiresAt }) }
}

/** What the studio says of a hold; null: it is not the studio that says it. */
export function readNotice(
  body: Buffer,
  headers: Headers,
  { secret, now }: { secret: string; now: number },
): StudioSays | null {
  return isFromStudio(body, headers, { secret, now }) ? saidBy(JSON.parse(body.toString('utf8')) as Notice) : null
}

/** Rejects unless the studio has taken it: whoever calls tries again later, with the same id. */
export async function tell(options: LanternOptions, { id, body }: { id: string; body: string }): Promise<void> {
  const url = `${options.studioUrl}/api/shop/events/${options.endpointId}`
  const headers = signEvent(options.webhookSecret, { id, body, now: Date.now() })
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) })
  if (!answer.ok) throw new Error(`Lantern did not take ${id}: ${answer.status}`)
}

/** By ISO 4217; everything else has two. */
const WITHOUT_PLACES = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

function placesOf(currency: string): number {
  if (WITHOUT_PLACES.includes(currency)) return 0
  return WITH_THREE.includes(currency) ? 3 : 2
}

/**
 * Vendure keeps every currency with the places of its MoneyStrategy, two unless it is configured: 1,200 yen are 120000 there.
 * Null: it cannot be said with these places.
 */
export function toShopAmount(minor: number, currency: string, precision: number): number | null {
  const amount = minor * 10 ** (precision - placesOf(currency))
  return Number.isInteger(amount) ? amount : null
}

/** What is finer than the currency's minor unit is rounded. */
export function toMinor(amount: number, currency: string, precision: number): number {
  return Math.round(amount * 10 ** (placesOf(currency) - precision))
}
