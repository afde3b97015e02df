// What the server does for holds.
export * as contract from '@lantern/shared/features/holds/contract.ts'
export { readings } from './readings.ts'
import { changeHold } from './changeHold.ts'
import { placeHold } from './placeHold.ts'
import { releaseHold } from './releaseHold.ts'

export const handlers = {
  'hold:place': placeHold,
  'hold:change': changeHold,
  'hold:release': releaseHold,
}
