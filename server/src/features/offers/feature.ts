// What the server does for offers.
export * as contract from '@lantern/shared/features/offers/contract.ts'
export { readings } from './readings.ts'
import { changeOffer } from './changeOffer.ts'

export const handlers = {
  'offer:change': changeOffer,
}
