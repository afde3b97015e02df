// What the server does for all activities, whatever their kind.
export * as contract from '@lantern/shared/features/activities/contract.ts'
export { readings } from './readings.ts'
import { moveActivity } from './moveActivity.ts'
import { planActivity } from './planActivity.ts'
import { readProgress } from './readProgress.ts'
import { setFront } from './setFront.ts'

export const handlers = {
  'activity:announce': moveActivity('announce'),
  'activity:open': moveActivity('open'),
  'activity:close': moveActivity('close'),
  'activity:cancel': moveActivity('cancel'),
  'activity:remove': moveActivity('remove'),
  'activity:plan': planActivity,
  'activity:front': setFront,
  'activity:progress': readProgress,
}
