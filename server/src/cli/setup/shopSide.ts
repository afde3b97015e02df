// What a person has to enter at the shop, as lines to read.
import { TOPICS } from '../../shops/connect/recipe.ts'
import type { Config } from '../../settings/config.ts'

/** Rows of name and value. */
type Rows = readonly (readonly [string, string])[]

function rowsOf(config: Config, base: string): Rows {
  const events = ['Webhooks to', `${base}/api/shop/events/${config.shopEndpointId}`] as const
  const signed = ['signed with', config.shopWebhookSecret ?? ''] as const
  const topics = (kind: keyof typeof TOPICS) => ['topics', TOPICS[kind].join(', ')] as const
  const byKind: Record<Config['shopKind'], () => Rows> = {
    generic: () => [
      ['Hand-offs come to', `${config.shopUrl}/handoff?token=...`],
      config.handoffSecret === null
        ? ['their keys are at', `${base}/.well-known/jwks.json`]
        : ['signed by HS256 with', config.handoffSecret],
      ['their audience is', config.shopAudience],
      events,
      signed,
      topics('generic'),
    ],
    ucp: () => [events, signed, topics('generic')],
    shopify: () => [
      events,
      ['signed with', 'the client secret of your app; made by hand in the admin: the key shown there'],
      topics('shopify'),
      ['by themselves', 'with SHOPIFY_CLIENT_ID or an Admin token the running server registers them, and looks hourly'],
    ],
    woo: () => [
      events,
      ['secret', config.wooWebhookSecret ?? ''],
      topics('woo'),
      ...(config.wooPluginSecret === null ? [] : [['LANTERN_PLUGIN_SECRET', config.wooPluginSecret] as const]),
      ['by themselves', 'where PUBLIC_URL is set the running server makes them by the consumer key, and looks hourly'],
    ],
    medusa: () => [
      [
        'To the backend',
        'infra/medusa/subscriber.ts as src/subscribers/lantern.ts; it posts ' + TOPICS.medusa.join(', '),
      ],
      ['its settings', `LANTERN_URL=${events[1]}`],
      ['', `LANTERN_SECRET=${signed[1]}`],
      ['To the storefront', 'infra/medusa/storefrontRoute.ts as src/app/[countryCode]/lantern/route.ts (Next.js)'],
      ['', 'infra/medusa/storefrontMiddleware.ts as src/lib/lantern.ts; infra/medusa/README.md has the steps'],
      ['another one', `${config.shopUrl}/lantern?cart_id=... puts the cart into its cookie and goes to the checkout`],
    ],
  }
  return byKind[config.shopKind]()
}

export function tellShopSide(config: Config): string[] {
  const base = config.publicUrl ?? `http://localhost:${config.port}`
  const rows = rowsOf(config, base)
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)
}
