// What goes to the shop beside goods and money: by which link the buyer came, of which group, and where it is fetched.
import { isDeepStrictEqual } from 'node:util'
import type { HeldGroup } from '@lantern/shared/contract/things.ts'
import type { HandedHold } from '../checkout.ts'
import { holdsOf } from './basket.ts'

/** Of a basket that of all its holds; null: none, or they are fetched at several places, which one order cannot say. */
export function groupOf(hold: HandedHold): HeldGroup | null {
  const [first, ...others] = holdsOf(hold).map(({ group }) => group)
  if (first === undefined) return null
  const isSame = (other: HeldGroup | undefined) => other?.id === first.id && isDeepStrictEqual(other.point, first.point)
  return others.every(isSame) ? first : null
}

/** By names for carts that take any: what staff of the shop read beside the order. */
export function carriedOf(hold: HandedHold): Record<string, string> {
  const group = groupOf(hold)
  const point = group?.point ?? null
  return {
    ...(hold.via !== null && { lantern_link: hold.via }),
    ...(group !== null && { lantern_group: group.id, lantern_group_name: group.name }),
    ...(point !== null && { lantern_pickup: placeOf(point), lantern_pickup_id: point.id }),
  }
}

function placeOf({ name, address, hours, note }: NonNullable<HeldGroup['point']>): string {
  return [name, address, hours, note].filter((part) => part !== null && part !== '').join(', ')
}
