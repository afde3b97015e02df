// What belongs into the shop so that it speaks with this studio: addresses, secrets, topics and files, ready to be copied.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShopKindName, ShopRecipe } from '@lantern/shared/contract/connections.ts'
import { ROOT } from '../../kit/startingPoints.ts'
import type { CheckoutSettings } from '../createCheckout.ts'
import { MEDUSA_TOPICS } from '../kinds/medusa/events.ts'
import { SHOPIFY_TOPICS } from '../kinds/shopify/webhooks.ts'
import { WOO_TOPICS } from '../kinds/woo/webhooks.ts'
import { eventsAddress } from '../webhookKeeper.ts'

export const TOPICS = {
  shopify: SHOPIFY_TOPICS,
  woo: WOO_TOPICS,
  medusa: MEDUSA_TOPICS,
  generic: [
    'checkout.opened',
    'order.authorised',
    'order.paid',
    'order.cancelled',
    'order.refunded',
    'stock.changed',
    'catalogue.changed',
  ],
} as const

const read = (name: string) => readFile(join(ROOT, 'infra', name), 'utf8')

export interface RecipePlace {
  readonly settings: CheckoutSettings
  /** Where the studio is reached. */
  readonly baseUrl: string
}

const eventsUrlOf = ({ settings, baseUrl }: RecipePlace) => eventsAddress(baseUrl, settings.shopEndpointId)
const row = (name: string, value: string, isSecret = false) => ({ name, value, isSecret })

/** By the names that the subscriber knows them by. */
const medusaSettings = (place: RecipePlace) => ({
  LANTERN_URL: eventsUrlOf(place),
  LANTERN_SECRET: place.settings.shopWebhookSecret ?? '',
})

/** The subscriber reads them from the shop's environment: copied from here they stand in it. */
async function medusaFiles(place: RecipePlace): Promise<ShopRecipe['files']> {
  const names = ['subscriber.ts', 'storefrontRoute.ts', 'storefrontMiddleware.ts']
  const [subscriber = '', route = '', middleware = ''] = await Promise.all(names.map((name) => read(`medusa/${name}`)))
  const settings = medusaSettings(place)
  const text = subscriber.replaceAll('process.env', JSON.stringify(settings))
  return [
    { path: 'src/subscribers/lantern.ts', text, secrets: [settings.LANTERN_SECRET] },
    { path: 'src/app/[countryCode]/lantern/route.ts', text: route, secrets: [] },
    { path: 'src/lib/lantern.ts', text: middleware, secrets: [] },
  ]
}

/** The plugin is there for who wants it; its secret is entered in the shop's settings, or in wp-config.php by that name. */
async function wooParts({ wooWebhookSecret, wooPluginSecret }: CheckoutSettings): Promise<ShopRecipe> {
  const plugin = wooPluginSecret === null ? [] : [row('LANTERN_PLUGIN_SECRET', wooPluginSecret, true)]
  const text = await read('woocommerce/lantern.php')
  const files = [{ path: 'wp-content/plugins/lantern/lantern.php', text, secrets: [] }]
  return { rows: [row('secret', wooWebhookSecret ?? '', true), ...plugin], files }
}

export async function recipeOf(kind: ShopKindName, place: RecipePlace): Promise<ShopRecipe> {
  const { settings, baseUrl } = place
  const topics = TOPICS[kind === 'ucp' ? 'generic' : kind].join(', ')
  const events = [row('events_url', eventsUrlOf(place)), row('topics', topics)]
  const signed = row('secret', settings.shopWebhookSecret ?? '', true)
  if (kind === 'shopify') return { rows: events, files: [] }
  if (kind === 'woo') {
    const { rows, files } = await wooParts(settings)
    return { rows: [...events, ...rows], files }
  }
  if (kind === 'medusa') {
    const { LANTERN_URL, LANTERN_SECRET } = medusaSettings(place)
    const rows = [row('LANTERN_URL', LANTERN_URL), row('LANTERN_SECRET', LANTERN_SECRET, true)]
    return { rows, files: await medusaFiles(place) }
  }
  const handoff = [
    row('handoff_url', `${settings.shopUrl}/handoff?token=...`),
    // With a shared secret no keys are told: the set at that address is empty.
    ...(settings.handoffSecret === null ? [row('keys_url', `${baseUrl}/.well-known/jwks.json`)] : []),
    row('audience', settings.shopAudience),
  ]
  return { rows: [...(kind === 'generic' ? handoff : []), ...events, signed], files: [] }
}
