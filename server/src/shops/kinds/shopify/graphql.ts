// Shopify's GraphQL: errors come with status 200, throttling among them; a token that has ended is renewed once.
import { setTimeout as pauseFor } from 'node:timers/promises'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { refusedByShop, type ShopAnswer, type ShopFetch } from '../../shopFetch.ts'
import type { AccessToken } from './tokens.ts'

export type Graphql = <Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  data: z.ZodType<Data>,
) => Promise<Outcome<Data, ShopRefusal>>

export interface GraphqlPlace {
  readonly fetchShop: ShopFetch
  readonly url: string
  /** Carries the token. */
  readonly header: string
  readonly token: AccessToken
  readonly headers?: Readonly<Record<string, string>>
  readonly pause?: (ms: number) => Promise<unknown>
}

const Cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
})
const Envelope = z.object({
  /** Missing beside an error that kept the query from being run. */
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
  /** https://shopify.dev/docs/api/usage/limits: the Storefront API has none. */
  extensions: z.object({ cost: Cost.optional() }).optional().catch(undefined),
})
type Envelope = z.infer<typeof Envelope>

const TRIES = 3
/** Nobody who buys waits longer for the shop's leave to ask. */
const PATIENCE_MS = 3000
const DEFAULT_PAUSE_MS = 1000

/** Until the shop has restored what the query costs. */
function pauseOf({ extensions }: Envelope): number {
  if (extensions?.cost === undefined) return DEFAULT_PAUSE_MS
  const { requestedQueryCost, throttleStatus } = extensions.cost
  const missing = Math.max(0, requestedQueryCost - throttleStatus.currentlyAvailable)
  return Math.ceil((missing / throttleStatus.restoreRate) * 1000)
}

const isThrottled = ({ errors }: Envelope) => errors?.[0]?.extensions?.code === 'THROTTLED'

/** https://shopify.dev/docs/api/usage/response-codes */
const WORDS: ReadonlyMap<number, string> = new Map([
  [401, 'the shop does not take this token: it was revoked, has ended, or is of another shop'],
  [402, 'the shop is frozen until its bill is paid'],
  [403, 'the shop refuses this token what it asks'],
  [404, 'nothing is there: SHOP_URL must be the shop’s own https://….myshopify.com address, or the version is gone'],
  [423, 'the shop is locked'],
  [430, 'the shop takes this for an attack'],
])

function envelopeOf({ status, json }: ShopAnswer): Outcome<Envelope, ShopRefusal> {
  if (status < 200 || status > 299)
    return refusedByShop([`status ${status}`, WORDS.get(status)].filter(Boolean).join(': '))
  const parsed = Envelope.safeParse(json)
  return parsed.success ? grant(parsed.data) : refusedByShop('an answer in another shape')
}

export function createGraphql(place: GraphqlPlace): Graphql {
  const { fetchShop, url, header, token, headers = {}, pause = pauseFor } = place

  /** A token that the shop has ended is renewed, once. */
  async function post(json: unknown): Promise<Outcome<ShopAnswer, ShopRefusal>> {
    for (let isAgain = false; ; isAgain = true) {
      const read = await token.read()
      if (!read.ok) return read
      const answer = await fetchShop({ url, method: 'POST', headers: { ...headers, [header]: read.value }, json })
      if (!answer.ok || answer.value.status !== 401 || isAgain || !token.spend(read.value)) return answer
    }
  }

  async function ask(json: unknown): Promise<Outcome<Envelope, ShopRefusal>> {
    for (let tried = 1; ; tried += 1) {
      const answer = await post(json)
      if (!answer.ok) return answer
      const envelope = envelopeOf(answer.value)
      if (!envelope.ok || !isThrottled(envelope.value)) return envelope
      const ms = pauseOf(envelope.value)
      if (tried === TRIES || ms > PATIENCE_MS) return refuse('SHOP_UNREACHABLE', { detail: { why: 'throttled' } })
      await pause(ms)
    }
  }

  return async (query, variables, schema) => {
    const answer = await ask({ query, variables })
    if (!answer.ok) return answer
    const [error] = answer.value.errors ?? []
    if (error !== undefined) return refusedByShop(error.message.slice(0, 200))
    const parsed = schema.safeParse(answer.value.data)
    return parsed.success ? grant(parsed.data) : refusedByShop('an answer in another shape')
  }
}

export const UserErrors = z.array(z.object({ message: z.string(), code: z.string().nullish() }))

/** What the shop did not like about a mutation, as a refusal; null: nothing. */
export function refusalOf(errors: z.infer<typeof UserErrors>) {
  const [error] = errors
  return error === undefined ? null : refusedByShop(error.message.slice(0, 200))
}
