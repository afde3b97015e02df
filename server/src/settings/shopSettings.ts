// Settings of the shop kinds beside the generic one: where they are and the secrets they give out.
import { host, notBlank, oneOf, optional, secretKeys, secretText, setting, span, webUrl } from './setting.ts'

const id = {
  read: (value: string) => (/^[A-Za-z0-9_-]{1,128}$/.test(value) ? value : undefined),
  bounds: '1 to 128 characters of A-Z a-z 0-9 _ -',
}
const version = {
  read: (value: string) => (/^\d{4}-\d{2}$/.test(value) ? value : undefined),
  bounds: 'a version such as 2026-07',
}
const token = secretText(8)

/** In the order of README's table. */
export const SHOP_SETTINGS = {
  SHOP_KIND: setting({
    ...oneOf('generic', 'ucp', 'shopify', 'woo', 'medusa'),
    about:
      'What shop it is: any with a signed hand-off (`generic`) or a UCP permalink, Shopify, WooCommerce, Medusa 2. Set, it is the one in use; without it the one that was connected in the studio is.',
    fallback: 'generic',
  }),
  CATALOGUE_REFRESH: setting({
    ...span(60_000, { min: 0, max: 1440 }),
    about:
      'How often the shop’s products are read anew; what is another then waits for staff on the shop page. 0: only when they ask.',
    fallback: '60',
  }),
  SHOP_BASKET: setting({
    ...oneOf('one', 'several'),
    about:
      'How many holds a `generic` shop takes in one hand-off; `several`: a buyer’s holds of a show can be one order, and the shop reads `holds` of the token.',
    fallback: 'one',
  }),
  UCP_ENDPOINT_HOST: optional({
    ...host,
    about:
      'Host of the shop’s permalinks where it is neither that of `SHOP_URL` nor below it, such as a checkout at another company.',
  }),
  SECRETS_KEY: optional({
    ...secretKeys,
    about:
      'Seals the keys of a shop that is connected in the studio; the same on every machine. Without it the key is made at first use and lies in `DATA_DIR/secrets.key`.',
  }),
  SHOPIFY_CLIENT_ID: optional({
    ...id,
    about:
      'Client ID of your app in Shopify’s Dev Dashboard: with its secret tokens of the Admin API are fetched and renewed, each for a day.',
  }),
  UCP_CODES_URL: optional({
    ...webUrl,
    about:
      'Where a UCP shop makes single-use discount codes when it is asked; without it there is no price below its own. The shop’s side: infra/docs/shop-developers.md.',
  }),
  SHOPIFY_CLIENT_SECRET: optional({
    ...token,
    about:
      'Its client secret, which also signs webhooks that the app registered; this or `SHOPIFY_WEBHOOK_SECRET` is needed for `shopify`.',
  }),
  SHOPIFY_WEBHOOK_SECRET: optional({
    ...token,
    about:
      'The key under *Settings > Notifications > Webhooks* of Shopify’s admin, which signs webhooks made there by hand.',
  }),
  SHOPIFY_STOREFRONT_TOKEN: optional({
    ...token,
    about:
      'Public Storefront API token, with `unauthenticated_read_product_inventory` among its scopes: carts are made and their total compared, products are read; without it by plain addresses.',
  }),
  SHOPIFY_PRIVATE_TOKEN: optional({
    ...token,
    about:
      'Private Storefront API token in its place, for a server: Shopify is told the buyer’s IP address with each cart, so that many buyers at once are not taken for one.',
  }),
  SHOPIFY_ADMIN_TOKEN: optional({
    ...token,
    about:
      'Admin API token of an app made in the shop’s admin before 2026, which does not end; newer ones have `SHOPIFY_CLIENT_ID` in its place. Either with `write_discounts`, `read_orders`, `write_orders`, `read_products`, `read_inventory` and `read_locations`: a live price below the shop’s, asking for lost orders, giving money back and mirrored stock need it.',
  }),
  SHOPIFY_PERMALINK: setting({
    ...oneOf('cart', 'buy'),
    about:
      'Without a Storefront token: the legacy cart link, where an attribute names the hold, or the shop’s UCP permalink `/buy`, where the code alone does (a hold without a code goes by the cart link).',
    fallback: 'cart',
  }),
  SHOPIFY_API_VERSION: setting({ ...version, about: 'Version of Shopify’s APIs.', fallback: '2026-07' }),
  WOO_CONSUMER_KEY: optional({
    ...token,
    about: 'Consumer key of WooCommerce’s REST API, to read and write; needed for `woo`.',
  }),
  WOO_CONSUMER_SECRET: optional({ ...token, about: 'Its consumer secret; needed for `woo`.' }),
  WOO_PLUGIN_SECRET: optional({
    ...secretText(16),
    about:
      'What Lantern’s plugin for WooCommerce has as its secret: buyers keep their own cart, and no coupons are needed. Without it each hold has a coupon.',
  }),
  WOO_WEBHOOK_SECRET: optional({ ...token, about: 'Signs WooCommerce’s webhooks; needed for `woo`.' }),
  MEDUSA_URL: optional({
    ...webUrl,
    about: 'Where Medusa’s backend answers; `SHOP_URL` is its storefront. Needed for `medusa`.',
  }),
  MEDUSA_PUBLISHABLE_KEY: optional({
    read: notBlank,
    bounds: 'a text',
    about: 'Publishable key of the Store API; needed for `medusa`.',
  }),
  MEDUSA_REGION_ID: optional({ ...id, about: 'Region whose prices are asked; needed for `medusa`.' }),
  MEDUSA_ADMIN_TOKEN: optional({
    ...token,
    about:
      'Secret API key: a live price below the shop’s, stock set apart, asking for lost orders and giving money back need it.',
  }),
  MEDUSA_LOCATION_ID: optional({
    ...id,
    about:
      'Stock location whose stock is read and whose units are set apart for a show; without it none are, and the stock is that of all locations together.',
  }),
}
