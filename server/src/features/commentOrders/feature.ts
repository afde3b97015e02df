// What the server does for comment to buy.
export * as contract from '@lantern/shared/features/commentOrders/contract.ts'
export { followRundown as changeRundown, jobs, startBuying as beginShow } from './jobs.ts'
export { erasures } from './tables.ts'
export { readings } from './readings.ts'
import { setBuying } from './setBuying.ts'
import { takeComment } from './takeComment.ts'
import { tryBuying } from './tryBuying.ts'
import { createCommentBuyer } from './commentBuyer.ts'

export const handlers = {
  'buying:set': setBuying,
  'buying:try': tryBuying,
  'buying:take': takeComment,
}

/** What is open as long as the server is. */
export const services = { buyer: createCommentBuyer }
