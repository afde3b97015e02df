// Settings that are well by themselves and make no sense together, each with the sentence that mends them.
import { findCertificateContradictions } from './certificateContradictions.ts'
import type { Config } from './toConfig.ts'

/** Settings without which a shop kind cannot work at all. */
const NEEDED = {
  generic: { SHOP_WEBHOOK_SECRET: 'shopWebhookSecret' },
  ucp: { SHOP_WEBHOOK_SECRET: 'shopWebhookSecret' },
  shopify: {},
  woo: {
    WOO_CONSUMER_KEY: 'wooConsumerKey',
    WOO_CONSUMER_SECRET: 'wooConsumerSecret',
    WOO_WEBHOOK_SECRET: 'wooWebhookSecret',
  },
  medusa: {
    SHOP_WEBHOOK_SECRET: 'shopWebhookSecret',
    MEDUSA_URL: 'medusaUrl',
    MEDUSA_PUBLISHABLE_KEY: 'medusaPublishableKey',
    MEDUSA_REGION_ID: 'medusaRegionId',
  },
} as const satisfies Record<Config['shopKind'], Record<string, keyof Config>>

function findMissingPlace({ shopName, shopUrl, shopInternalUrl }: Config): string[] {
  const found = []
  if (shopUrl === '') found.push('SHOP_URL: is missing; viewers check out there (only demo mode does without)')
  else if (shopInternalUrl === '')
    found.push('SHOP_INTERNAL_URL: is missing; with {host} in SHOP_URL this server needs an address of its own')
  if (shopUrl !== '' && shopName === '') found.push('SHOP_NAME: is missing; viewers read it')
  return found
}

/** Two ways to each thing, of which one is taken. */
function findShopifyContradictions(config: Config): string[] {
  const { shopifyClientId, shopifyClientSecret, shopifyWebhookSecret, shopifyAdminToken } = config
  const found = []
  if (shopifyClientSecret === null && shopifyWebhookSecret === null)
    found.push('SHOPIFY_CLIENT_SECRET: is missing, or SHOPIFY_WEBHOOK_SECRET; SHOP_KIND shopify needs one of both')
  if (shopifyClientId !== null && shopifyClientSecret === null)
    found.push('SHOPIFY_CLIENT_SECRET: is missing; SHOPIFY_CLIENT_ID gets no token without it')
  if (shopifyClientId !== null && shopifyAdminToken !== null)
    found.push('SHOPIFY_ADMIN_TOKEN: must be absent, since SHOPIFY_CLIENT_ID fetches tokens')
  if (config.shopifyStorefrontToken !== null && config.shopifyPrivateToken !== null)
    found.push('SHOPIFY_STOREFRONT_TOKEN: must be absent, since SHOPIFY_PRIVATE_TOKEN takes its place')
  return found
}

/** Nothing of a shop is set: it is connected in the studio. */
export function isShopUnnamed({ demo, shopUrl, shopGiven }: Config): boolean {
  return !demo && shopUrl === '' && !Object.keys(shopGiven).some((name) => /^(SHOP|HANDOFF)_/.test(name))
}

function findShopContradictions(config: Config): string[] {
  const { demo, shopKind, shopUrl, shopName } = config
  if (isShopUnnamed(config)) {
    const why = 'SHOP_NAME: is missing; viewers read it, also where the shop itself is connected in the studio'
    return shopName === '' ? [why] : []
  }
  if (demo && shopKind !== 'generic')
    return [`SHOP_KIND: must be generic in demo mode, which brings a shop of its own, got "${shopKind}"`]
  if (demo) return []
  const missing = Object.entries<keyof Config>(NEEDED[shopKind]).filter(([, key]) => config[key] === null)
  const found = findMissingPlace(config)
  found.push(
    ...missing.map(([name]) => `${name}: is missing; SHOP_KIND ${shopKind} needs it (only demo mode does without)`),
  )
  if (shopKind === 'shopify') found.push(...findShopifyContradictions(config))
  if (shopKind !== 'generic' && shopUrl.includes('{host}'))
    found.push(`SHOP_URL: must be the shop's own address for SHOP_KIND ${shopKind}, got "${shopUrl}"`)
  return found
}

/** What comes before the path, as browsers write it. */
function originOf(address: string): string {
  return new URL(address).origin
}

function isBare(address: string): boolean {
  const { username, password, pathname, search, hash } = new URL(address)
  return username + password + search + hash === '' && pathname === '/'
}

/** Whether this server serves the public address by its own https, without a proxy. */
function servesItself({ httpsPort }: Config, publicUrl: URL): boolean {
  return httpsPort !== null && httpsPort === Number(publicUrl.port || 443)
}

function findAddressContradictions(config: Config): string[] {
  const found = []
  const named = { PUBLIC_URL: config.publicUrl, NODE_URL: config.nodeUrl }
  for (const [name, address] of Object.entries(named)) {
    if (address === null || isBare(address)) continue
    found.push(`${name}: must be scheme, host and port alone, without user, path or query: ${originOf(address)}`)
  }
  if (config.publicUrl === null || config.trustProxy > 0) return found
  const url = new URL(config.publicUrl)
  if (url.protocol === 'https:' && !servesItself(config, url))
    found.push(
      `TRUST_PROXY: must be 1, or the number of proxies in front, since PUBLIC_URL is https; or HTTPS_PORT must be ${url.port || 443}, where no proxy stands in front`,
    )
  return found
}

/** The picture comes from the process of the host: a page that may not connect to it shows none, and says nothing. */
function findNodeContradictions({ redisUrl, nodeUrl, allowedOrigins }: Config): string[] {
  if (redisUrl === null) return []
  if (nodeUrl === null)
    return ['NODE_URL: is missing; with REDIS_URL every process needs the address at which it is reached']
  const origin = originOf(nodeUrl)
  if (allowedOrigins.includes(origin)) return []
  return [
    `ALLOWED_ORIGINS: must have ${origin} and the NODE_URL of every other process, the same on all; pages of one process take the picture from another`,
  ]
}

function findTurnContradictions({ turnUrls, turnLogin: { secret, username, password } }: Config): string[] {
  const isKnown = secret !== null || (username !== null && password !== null)
  if (turnUrls.length === 0)
    return isKnown ? ['TURN_URLS: is missing; without it nobody is told of the TURN server'] : []
  if (!isKnown) return ['TURN_SECRET: is missing, or TURN_USERNAME and TURN_PASSWORD; TURN_URLS needs one of both']
  if (secret !== null && (username !== null || password !== null))
    return ['TURN_SECRET: must be alone, or absent; TURN_USERNAME and TURN_PASSWORD are another way']
  return []
}

export function findContradictions(config: Config): string[] {
  const found = [
    ...findShopContradictions(config),
    ...findAddressContradictions(config),
    ...findCertificateContradictions(config),
    ...findTurnContradictions(config),
  ]
  if (config.studioWebhookUrl !== null && config.studioWebhookSecret === null) {
    found.push('STUDIO_WEBHOOK_SECRET: is missing; what is posted to STUDIO_WEBHOOK_URL is signed with it')
  }
  found.push(...findNodeContradictions(config))
  if (config.port !== 0 && config.port === config.httpsPort) {
    found.push(`HTTPS_PORT: must differ from PORT, got "${config.httpsPort}"`)
  }
  if (config.mediaPort !== 0 && config.mediaPort + config.mediaWorkers > 65_536) {
    found.push(`MEDIA_PORT: must leave a port for each of ${config.mediaWorkers} workers, got "${config.mediaPort}"`)
  }
  return found
}
