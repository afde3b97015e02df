// What the server does for the show itself.
export * as contract from '@lantern/shared/features/show/contract.ts'
export { readings } from './readings.ts'
import { endShow } from './endShow.ts'
import { goLive } from './goLive.ts'
import { liftCrowd } from './liftCrowd.ts'

export const handlers = {
  'show:goLive': goLive,
  'show:end': endShow,
  'crowd:lift': liftCrowd,
}
