// Who the random commands come from: viewers with and without history, and the addresses behind which they are.
import { START_AT } from '../testShop.ts'
import type { Draft, World } from './draft.ts'

export const VIEWERS = 14
/** Seen with a session of staff before the show. */
export const STAFF_VIEWER = 'v7'

const LAST_OF_AN_IDENTITY = 120

/** Who has no history leaves each name behind after a while. */
export function nameOf({ counter }: Pick<World, 'counter'>, { viewer }: Pick<Draft, 'viewer'>): string {
  return isFresh(viewer) ? `v${viewer}-${Math.floor(counter / LAST_OF_AN_IDENTITY)}` : `v${viewer}`
}

const isFresh = (viewer: number) => viewer % 5 < 2

/** Some viewers share an address; of some it is not known. At two addresses nobody has an old cookie, at one all have. */
export function cameFrom(viewerId: string): { source: string | null; issuedAt?: number } {
  const viewer = Number(viewerId.slice(1).split('-')[0])
  const address = viewer % 5
  const source = address === 4 ? null : `source-${address}`
  if (isFresh(viewer)) return { source, issuedAt: START_AT + viewer }
  return address === 3 ? { source, issuedAt: START_AT - 1 } : { source }
}
