// The settings of the WooCommerce stand-in, as its routes show them.
import { type Asked, Status } from './standIn.ts'

export interface WooSettings {
  readonly version: string
  readonly currency: string
  readonly decimals: number
  /** By id; one that is not here the shop does not have. */
  readonly options: Readonly<Record<string, string>>
}

/** Nothing of it stops a sale. */
export const WELL_SET: WooSettings = {
  version: '10.0.0',
  currency: 'USD',
  decimals: 2,
  options: {
    woocommerce_enable_coupons: 'yes',
    woocommerce_calc_taxes: 'yes',
    woocommerce_prices_include_tax: 'no',
    woocommerce_tax_display_shop: 'excl',
  },
}

export function wooSettings({ version, currency, decimals, options }: WooSettings) {
  return {
    systemStatus: () => ({ environment: { version }, settings: { currency, number_of_decimals: decimals } }),
    readSetting({ parts: [, id = ''] }: Asked) {
      const value = options[id]
      if (value === undefined) throw new Status(404, { code: 'rest_setting_setting_invalid' })
      return { id, value }
    },
  }
}
