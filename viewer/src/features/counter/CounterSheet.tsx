// The sheet with what can be redeemed at the shop's counter.
import { Things } from './Things.tsx'
import { useThings } from './useThings.ts'

export function CounterSheet() {
  return <Things things={useThings()} />
}
