// What of a WooCommerce shop's own settings would lose an order or charge another price than the show's, each with what to do.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { faultOf, type WooApi } from './api.ts'

export type WooFindingCode =
  | 'WOO_TOO_OLD'
  | 'WOO_COUPONS_OFF'
  | 'WOO_TOO_FEW_DECIMALS'
  | 'WOO_MORE_DECIMALS'
  | 'WOO_TAX_SHOWN_OTHERWISE'
  | 'WOO_KEY_ONLY_READS'

export interface WooFinding {
  readonly code: WooFindingCode
  /** `stops`: a sale would go wrong. `mind`: it goes right, and somebody should know. */
  readonly weight: 'stops' | 'mind'
  /** What was found and what to do, for the shop's owner. */
  readonly words: string
}

/** Without a plugin of ours the checkout link is needed, and a coupon names the hold. */
export interface WooWay {
  readonly needsCoupons: boolean
}

/** `/checkout-link/` came with it: https://github.com/woocommerce/woocommerce/pull/58140 */
const LEAST_VERSION = [10, 0] as const

const Status = z.object({
  environment: z.object({ version: z.string() }),
  settings: z.object({ currency: z.string().length(3), number_of_decimals: z.coerce.number().int().min(0) }),
})
type Status = z.infer<typeof Status>

/** Of a checkbox `yes` or `no`. */
const Setting = z.object({ value: z.unknown() })
interface Settings {
  readonly coupons: unknown
  /** Null: the shop has no taxes. */
  readonly tax: { readonly entered: unknown; readonly shown: unknown } | null
}

const stops = (code: WooFindingCode, words: string): WooFinding => ({ code, weight: 'stops', words })
const mind = (code: WooFindingCode, words: string): WooFinding => ({ code, weight: 'mind', words })

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return major < LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1])
}

function ofVersion({ environment: { version } }: Status, { needsCoupons }: WooWay): WooFinding[] {
  if (!needsCoupons || !isTooOld(version)) return []
  const least = LEAST_VERSION.join('.')
  const what = `WooCommerce is ${version}; its checkout link came with ${least}.`
  return [stops('WOO_TOO_OLD', `${what} Update WooCommerce (Plugins > Updates), or install Lantern's plugin.`)]
}

function ofDecimals({ settings: { currency, number_of_decimals: decimals } }: Status): WooFinding[] {
  const places = placesOf(currency)
  if (decimals === places) return []
  const where = `set WooCommerce > Settings > General > Number of decimals to ${places}`
  const what = `The shop counts ${currency} with ${decimals} decimals, the currency has ${places}`
  if (decimals < places) return [stops('WOO_TOO_FEW_DECIMALS', `${what}: prices would be rounded; ${where}.`)]
  return [mind('WOO_MORE_DECIMALS', `${what}: totals are rounded once, when they are taken down; ${where}.`)]
}

function ofCoupons({ coupons }: Settings, { needsCoupons }: WooWay): WooFinding[] {
  if (!needsCoupons || coupons === 'yes') return []
  const what = 'Coupons are off: an order would have the shop’s own price, and nobody would know whose it is.'
  const todo = 'Turn on WooCommerce > Settings > General > Enable coupons, or install Lantern’s plugin.'
  return [stops('WOO_COUPONS_OFF', `${what} ${todo}`)]
}

/** The catalogue has prices as they are shown; a coupon takes off, and the plugin sets, prices as they were entered. */
function ofTaxes({ tax }: Settings): WooFinding[] {
  if (tax === null) return []
  const isInside = tax.entered === 'yes'
  if (tax.shown === (isInside ? 'incl' : 'excl')) return []
  const [entered, shown] = isInside ? ['with tax', 'without'] : ['without tax', 'with it']
  const what = `Prices are entered ${entered} and shown ${shown}: a live price would come out as another at the checkout.`
  const todo = 'Set WooCommerce > Settings > Tax > Display prices in the shop to the way they are entered.'
  return [stops('WOO_TAX_SHOWN_OTHERWISE', `${what} ${todo}`)]
}

async function readSetting(api: WooApi, path: string): Promise<Outcome<unknown, ShopRefusal>> {
  const read = await api({ path: `settings/${path}` }, Setting)
  return read.ok ? grant(read.value.value) : read
}

async function readSettings(api: WooApi): Promise<Outcome<Settings, ShopRefusal>> {
  const coupons = await readSetting(api, 'general/woocommerce_enable_coupons')
  if (!coupons.ok) return coupons
  const taxes = await readSetting(api, 'general/woocommerce_calc_taxes')
  if (!taxes.ok) return taxes
  if (taxes.value !== 'yes') return grant({ coupons: coupons.value, tax: null })
  const entered = await readSetting(api, 'tax/woocommerce_prices_include_tax')
  if (!entered.ok) return entered
  const shown = await readSetting(api, 'tax/woocommerce_tax_display_shop')
  if (!shown.ok) return shown
  return grant({ coupons: coupons.value, tax: { entered: entered.value, shown: shown.value } })
}

/** There is no coupon 0: a key that may write is told so, one that only reads is sent away before that. */
async function ofKey(api: WooApi): Promise<Outcome<readonly WooFinding[], ShopRefusal>> {
  const tried = await api.raw({ path: 'coupons/0', method: 'PUT', json: {} })
  if (!tried.ok) return tried
  if (faultOf(tried.value) === 'woocommerce_rest_shop_coupon_invalid_id') return grant([])
  const todo = 'Make one at WooCommerce > Settings > Advanced > REST API with permissions Read/Write.'
  return grant([stops('WOO_KEY_ONLY_READS', `The consumer key may not write: no coupons, no refunds. ${todo}`)])
}

/** Empty: all is well. Nothing is changed at the shop. */
export async function findInWoo(api: WooApi, way: WooWay): Promise<Outcome<readonly WooFinding[], ShopRefusal>> {
  // Without the fields WooCommerce would try the network of its server, and take seconds for it.
  const status = await api({ path: 'system_status?_fields=environment.version,settings' }, Status)
  if (!status.ok) return status
  const settings = await readSettings(api)
  if (!settings.ok) return settings
  const key = await ofKey(api)
  if (!key.ok) return key
  return grant([
    ...ofVersion(status.value, way),
    ...key.value,
    ...ofCoupons(settings.value, way),
    ...ofDecimals(status.value),
    ...ofTaxes(settings.value),
  ])
}
