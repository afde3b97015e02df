// What a WooCommerce shop's own settings would do to a sale is found before the first one.
import { expect, test } from 'vitest'
import { readFixtures } from '../../conformance/fixtures.ts'
import { startStandIn, Status } from '../../conformance/standIn.ts'
import { WELL_SET, type WooSettings, wooSettings } from '../../conformance/wooSettings.ts'
import { createShopFetch } from '../../shopFetch.ts'
import { createWooApi } from './api.ts'
import { findInWoo } from './findings.ts'

const FIXTURES = readFixtures([new URL('./fixtures.json', import.meta.url)])
const INVALID_ID = new Status(400, { code: 'woocommerce_rest_shop_coupon_invalid_id', message: 'Invalid ID.' })
const READS_ONLY = new Status(401, {
  code: 'woocommerce_rest_authentication_error',
  message: 'The API key provided does not have write permissions.',
})

async function find(settings: WooSettings, { edits = INVALID_ID, needsCoupons = true } = {}) {
  const updateCoupon = () => {
    throw edits
  }
  const stand = await startStandIn(FIXTURES, { ...wooSettings(settings), updateCoupon })
  const place = { shopUrl: stand.url, wooConsumerKey: 'ck_1234567', wooConsumerSecret: 'cs_1234567' }
  const found = await findInWoo(createWooApi(createShopFetch({ allowed: [stand.url] }), place), { needsCoupons })
  await stand.close()
  expect(stand.complaints).toEqual([])
  return found.ok ? found.value.map(({ code, weight }) => `${weight} ${code}`) : found.code
}

const withOptions = (options: Record<string, string>): WooSettings => ({
  ...WELL_SET,
  options: { ...WELL_SET.options, ...options },
})
const counted = (currency: string, decimals: number): WooSettings => ({ ...WELL_SET, currency, decimals })
const INSIDE = { woocommerce_prices_include_tax: 'yes', woocommerce_tax_display_shop: 'incl' }

test.each([
  ['nothing where all is well', WELL_SET, []],
  ['a version without the checkout link', { ...WELL_SET, version: '9.9.5' }, ['stops WOO_TOO_OLD']],
  ['none with a later one', { ...WELL_SET, version: '11.2.0-beta.1' }, []],
  ['coupons that are off', withOptions({ woocommerce_enable_coupons: 'no' }), ['stops WOO_COUPONS_OFF']],
  ['JPY with two decimals', counted('JPY', 2), ['mind WOO_MORE_DECIMALS']],
  ['JPY as it is', counted('JPY', 0), []],
  ['KWD with two decimals', counted('KWD', 2), ['stops WOO_TOO_FEW_DECIMALS']],
  ['KWD as it is', counted('KWD', 3), []],
  ['EUR in whole euros', counted('EUR', 0), ['stops WOO_TOO_FEW_DECIMALS']],
  ['tax inside, shown so', withOptions(INSIDE), []],
  [
    'tax inside, shown without',
    withOptions({ ...INSIDE, woocommerce_tax_display_shop: 'excl' }),
    ['stops WOO_TAX_SHOWN_OTHERWISE'],
  ],
  [
    'tax on top, shown inside',
    withOptions({ woocommerce_tax_display_shop: 'incl' }),
    ['stops WOO_TAX_SHOWN_OTHERWISE'],
  ],
  [
    'no taxes, however they would be shown',
    withOptions({ woocommerce_calc_taxes: 'no', woocommerce_tax_display_shop: 'incl' }),
    [],
  ],
])('finds %s', async (_what, settings, codes) => {
  expect(await find(settings)).toEqual(codes)
})

test('a key that only reads is found, and nothing is written to find it', async () => {
  expect(await find(WELL_SET, { edits: READS_ONLY })).toEqual(['stops WOO_KEY_ONLY_READS'])
})

test('where a plugin of ours carries the hold, neither coupons nor the checkout link are needed', async () => {
  const old = { ...withOptions({ woocommerce_enable_coupons: 'no' }), version: '8.2.0' }

  expect(await find(old, { needsCoupons: false })).toEqual([])
})
