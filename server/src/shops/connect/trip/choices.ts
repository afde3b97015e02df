// What a shop lets its owner choose from: regions and stock locations, read with as much as has been entered.
import type { ConnectionFieldName, FieldOption, ShopKindName } from '@lantern/shared/contract/connections.ts'
import { z } from 'zod'
import { openMedusa } from '../../kinds/medusa/api.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import type { Texts } from '../values.ts'

export type Choices = Readonly<Partial<Record<ConnectionFieldName, readonly FieldOption[]>>>

const MOST = 100
const Named = z.object({ id: z.string(), name: z.string() })
const Regions = z.object({ regions: z.array(Named.extend({ currency_code: z.string() })) })
const Locations = z.object({ stock_locations: z.array(Named) })

async function readMedusa(texts: Texts, fetchShop: ShopFetch): Promise<Choices> {
  const { MEDUSA_URL: medusaUrl, MEDUSA_PUBLISHABLE_KEY: medusaPublishableKey } = texts
  if (medusaUrl === undefined || medusaPublishableKey === undefined) return {}
  const medusaAdminToken = texts.MEDUSA_ADMIN_TOKEN ?? null
  const keys = { medusaUrl, medusaPublishableKey, medusaAdminToken, medusaRegionId: '', medusaLocationId: null }
  const { store, admin } = openMedusa(fetchShop, keys)
  const [regions, locations] = await Promise.all([
    store({ path: `/regions?limit=${MOST}` }, Regions),
    admin?.({ path: `/stock-locations?limit=${MOST}&fields=id,name` }, Locations),
  ])
  return {
    ...(regions.ok && {
      MEDUSA_REGION_ID: regions.value.regions.map(({ id, name, currency_code }) => {
        const currency = currency_code.toUpperCase()
        return { value: id, label: name, ...(/^[A-Z]{3}$/.test(currency) && { currency }) }
      }),
    }),
    ...(locations?.ok && {
      MEDUSA_LOCATION_ID: locations.value.stock_locations.map(({ id, name }) => ({ value: id, label: name })),
    }),
  }
}

/** What cannot be read is typed by hand. */
export async function readChoices(kind: ShopKindName, texts: Texts, fetchShop: ShopFetch): Promise<Choices> {
  return kind === 'medusa' ? readMedusa(texts, fetchShop) : {}
}
