// One product's deal, hold and button, read anew as the server's clock goes on.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useScene } from '../session.ts'
import type { Action, Moment } from './action.ts'
import { freeAction, readAction } from './action.ts'
import type { Deal } from './deal.ts'
import { readDeal } from './deal.ts'
import { holdOf } from './holds.ts'

export interface DealView {
  readonly deal: Deal
  readonly action: Action
  /** What may be done beside one's own hold. */
  readonly free: Action
  readonly moment: Moment
  /** One's own hold on the product where the card speaks about something else. */
  readonly aside: Hold | null
}

/** `everyMs`: how often it is read anew. */
export function useDeal(room: RoomState, productId: string, everyMs?: number): DealView | null {
  const { holds, waits, actions, session } = useScene()
  const now = useNow(session.client.clock, everyMs)
  const deal = readDeal(room, productId, now)
  if (deal === null) return null
  const hold = holdOf(room, holds, { productId, now })
  const moment = { showPhase: room.show.phase, now, holds, hold, waits, coolUntil: actions.coolUntil }
  const action = readAction(deal, moment)
  return { deal, moment, action, free: freeAction(deal, moment), aside: 'hold' in action ? null : hold }
}
