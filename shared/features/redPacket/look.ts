// What a red packet looks like to somebody: what they got, how many are left, and whether there is still anything to open.
import type { OwnEntry } from '../../activities/activity.ts'
import { isOver } from '../../activities/states.ts'
import type { RedPacket } from './contract.ts'

/** What a viewer has got; null: nothing, or of a server that says something else. */
export function amountIn(entry: OwnEntry | null): number | null {
  const said: unknown = entry?.entry
  if (typeof said !== 'object' || said === null || !('amountMinor' in said)) return null
  return typeof said.amountMinor === 'number' ? said.amountMinor : null
}

export function leftIn({ places, entries }: Pick<RedPacket, 'places' | 'entries'>): number {
  return Math.max(0, places - entries)
}

/** Nobody can open it any more. */
export function isSpent(packet: RedPacket): boolean {
  return leftIn(packet) === 0 || isOver(packet.state)
}
