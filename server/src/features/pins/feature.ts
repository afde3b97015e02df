// What the server does for pinned products.
export * as contract from '@lantern/shared/features/pins/contract.ts'
export { readings } from './readings.ts'
import { setPins } from './setPins.ts'

export const handlers = {
  'pins:set': setPins,
}
