// What the server does for polls: a kind of activity.
export * as contract from '@lantern/shared/features/poll/contract.ts'
export { readings } from './readings.ts'
export { POLL as activity } from './rules.ts'
import { makePoll, votePoll } from './commands.ts'

export const handlers = {
  'poll:make': makePoll,
  'poll:vote': votePoll,
}
