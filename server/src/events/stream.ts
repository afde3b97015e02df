// The streams of the log: one for each show, and one for what belongs to none of them.
import type { ShowId } from '@lantern/shared/contract/ids.ts'

/** No show has this id. */
export const SHOP = 'shop'

export type Stream = ShowId | typeof SHOP
