// What a click on a product does to the pins: pin it in front, bring it to the front, or take it off.
import type { ProductId } from '@lantern/shared/contract/ids.ts'

const MOST = 3

/** `null`: not pinned; `front`: in front; `pinned`: behind it. */
export type PinPlace = 'front' | 'pinned' | null

/** The first click pins in front (the oldest of four falls off), one on a pinned product brings it forward, one on the front takes it off. */
export function nextPins(pinned: readonly ProductId[], clicked: ProductId): ProductId[] {
  const others = pinned.filter((id) => id !== clicked)
  return pinned[0] === clicked ? others : [clicked, ...others].slice(0, MOST)
}

export function pinPlace(pinned: readonly ProductId[], productId: ProductId): PinPlace {
  if (pinned[0] === productId) return 'front'
  return pinned.includes(productId) ? 'pinned' : null
}
