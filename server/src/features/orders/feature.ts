// What the server does for orders.
export * as contract from '@lantern/shared/features/orders/contract.ts'
export { readings } from './readings.ts'
import { settleOrder } from './settleOrder.ts'

export const handlers = {
  'order:settle': settleOrder,
}
