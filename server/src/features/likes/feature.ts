// What the server does for taps on the heart.
export * as contract from '@lantern/shared/features/likes/contract.ts'
export { jobs } from './jobs.ts'
export { readings } from './readings.ts'
import { sendLike } from './sendLike.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createLikeBatch } from './likeBatch.ts'

export const handlers = {
  'like:send': sendLike,
}

/** What is open as long as the server is. */
export const services = { likes: (needs: ServiceNeeds) => createLikeBatch(needs) }
