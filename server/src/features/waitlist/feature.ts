// What the server does for the line.
export * as contract from '@lantern/shared/features/waitlist/contract.ts'
export { readings } from './readings.ts'
import { joinWaitlist, leaveWaitlist } from './waitlist.ts'

export const handlers = {
  'waitlist:join': joinWaitlist,
  'waitlist:leave': leaveWaitlist,
}
