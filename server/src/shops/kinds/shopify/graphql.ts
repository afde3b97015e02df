// Shopify's GraphQL: errors come with status 200, throttling among them.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { askShop, refusedByShop, type ShopFetch } from '../../shopFetch.ts'

export type Graphql = <Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  data: z.ZodType<Data>,
) => Promise<Outcome<Data, ShopRefusal>>

export interface GraphqlPlace {
  readonly fetchShop: ShopFetch
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

const Envelope = z.object({
  data: z.unknown(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
})

export function createGraphql({ fetchShop, url, headers }: GraphqlPlace): Graphql {
  return async (query, variables, schema) => {
    const answer = await askShop(fetchShop, { url, method: 'POST', headers, json: { query, variables } }, Envelope)
    if (!answer.ok) return answer
    const [error] = answer.value.errors ?? []
    if (error?.extensions?.code === 'THROTTLED') return refuse('SHOP_UNREACHABLE', { detail: { why: 'throttled' } })
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
