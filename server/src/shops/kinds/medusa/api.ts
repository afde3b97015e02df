// Medusa's two APIs: the Store API with a publishable key, the Admin API with a secret one.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { askShop, refusedByShop, type ShopFetch, type ShopRequest } from '../../shopFetch.ts'

export type MedusaApi = <Body>(
  request: Omit<ShopRequest, 'url' | 'headers'> & { readonly path: string },
  schema: z.ZodType<Body>,
) => Promise<Outcome<Body, ShopRefusal>>

export interface MedusaPlace {
  /** Where the backend answers; the storefront is `shopUrl`. */
  readonly medusaUrl: string
  readonly medusaPublishableKey: string
  readonly medusaRegionId: string
  /** A secret API key; null: the shop's own price, nothing set apart, no polling. */
  readonly medusaAdminToken: string | null
  /** Stock location whose units are set apart; null: none are. */
  readonly medusaLocationId: string | null
}

function open(fetchShop: ShopFetch, url: string, headers: Record<string, string>): MedusaApi {
  return ({ path, ...request }, schema) => askShop(fetchShop, { ...request, url: `${url}${path}`, headers }, schema)
}

/** Of the publishable key Medusa says itself that it takes none such; of the secret one only that somebody is unauthorised. */
function namingKey(api: MedusaApi): MedusaApi {
  return async (request, schema) => {
    const answer = await api(request, schema)
    const why = answer.ok ? undefined : answer.detail?.['why']
    return typeof why === 'string' && why.startsWith('status 401')
      ? refusedByShop(`the secret API key is not taken, it was revoked or is of another Medusa (${why})`)
      : answer
  }
}

export function openMedusa(fetchShop: ShopFetch, place: MedusaPlace): { store: MedusaApi; admin: MedusaApi | null } {
  const { medusaUrl, medusaPublishableKey, medusaAdminToken } = place
  const basic = (token: string) => `Basic ${Buffer.from(`${token}:`).toString('base64')}`
  return {
    store: open(fetchShop, `${medusaUrl}/store`, { 'x-publishable-api-key': medusaPublishableKey }),
    admin:
      medusaAdminToken === null
        ? null
        : namingKey(open(fetchShop, `${medusaUrl}/admin`, { authorization: basic(medusaAdminToken) })),
  }
}
