// A show with its products as links and previews need them; remembered for moments, so that a rush of viewers is one read.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Offer, Pins, Product, Show } from '@lantern/shared/contract/things.ts'
import type { Clock } from '../kit/clock.ts'
import type { HttpStore } from './ports.ts'
import { remembering } from './remembering.ts'

export interface KnownRoom {
  readonly show: Show
  readonly products: readonly Product[]
  readonly offers: readonly Offer[]
  readonly pins: Pins
}

/** Null: there is no such show. Whatever text is asked for is an id at most. */
export type ReadRoom = (showId: string) => Promise<KnownRoom | null>

export function createRoomReads(store: HttpStore, clock: Clock): ReadRoom {
  const read = remembering(clock, async (showId: ShowId) => (await store.readRoom(showId))?.room ?? null)
  return async (asked) => {
    const showId = ShowId.safeParse(asked)
    return showId.success ? read(showId.data) : null
  }
}
