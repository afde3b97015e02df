// What the server does for flash sales.
export * as contract from '@lantern/shared/features/sales/contract.ts'
export { readings } from './readings.ts'
import { startSale } from './startSale.ts'
import { stopSale } from './stopSale.ts'

export const handlers = {
  'sale:start': startSale,
  'sale:stop': stopSale,
}
