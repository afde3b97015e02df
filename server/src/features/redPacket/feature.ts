// What the server does for red packets: a kind of activity that deals out coupons.
export * as contract from '@lantern/shared/features/redPacket/contract.ts'
export { readings } from './readings.ts'
export { RED_PACKET as activity } from './rules.ts'
import { makeRedPacket, openRedPacket } from './commands.ts'

export const handlers = {
  'redPacket:make': makeRedPacket,
  'redPacket:open': openRedPacket,
}
