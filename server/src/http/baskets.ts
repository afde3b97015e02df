// What leaves for the shop by one link: a hold, or several that are all still the buyer's.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { MOST_TOGETHER } from '@lantern/shared/contract/placing.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import { toBasket } from '../domain/basket.ts'
import { refuseFailure } from '../domain/failures.ts'
import type { HoldForHandoff } from '../ledger/ledger.ts'
import type { HandedHold, Visit } from '../shops/checkout.ts'
import type { HttpNeeds } from './ports.ts'

/** Ids of holds that are to leave in the same basket, each once, none where nobody asks for more; null: no list of such. */
export function readOthers(first: HoldId, text: unknown): readonly HoldId[] | null {
  if (text === undefined) return []
  const ids = z.array(HoldId).safeParse(typeof text === 'string' ? text.split(',') : null).data ?? []
  const others = [...new Set(ids)].filter((id) => id !== first)
  return others.length === 0 || others.length >= MOST_TOGETHER ? null : others
}

interface Wish {
  readonly first: HoldForHandoff
  readonly others: readonly HoldId[] | null
}

const isOpen = ({ state }: HoldForHandoff) => state === 'held' || state === 'paying'

const fitsWith = (first: HoldForHandoff) => (hold: HoldForHandoff) =>
  isOpen(hold) && hold.viewerId === first.viewerId && hold.showId === first.showId && hold.currency === first.currency

/** A disk without room, or a database that is away: the buyer reads so in the show, where the hold still is. */
function refusedBy(error: unknown) {
  const refusal = refuseFailure(error)
  if (refusal === null) throw error
  return refusal
}

export function createWays({ ledger, checkout }: Pick<HttpNeeds, 'ledger' | 'checkout'>) {
  /** All of them, or no basket: what is to pay is what the buyer was shown. */
  async function pack({ first, others }: Wish): Promise<Outcome<HandedHold, 'BASKET_CHANGED' | 'NOT_TOGETHER'>> {
    if (others === null || !isOpen(first)) return refuse('BASKET_CHANGED')
    if (!checkout.answers.combines) return refuse('NOT_TOGETHER')
    const found = await Promise.all(others.map((id) => ledger.findForHandoff(id)))
    const fitting = found.filter((hold) => hold !== null).filter(fitsWith(first))
    return fitting.length === others.length ? grant(toBasket(first, fitting)) : refuse('BASKET_CHANGED')
  }

  const leave = (hold: HandedHold, visit: Visit) => checkout.linkTo(hold, visit).catch(refusedBy)

  return async (wish: Wish, visit: Visit) => {
    const { first, others } = wish
    if (others?.length === 0) return isOpen(first) ? leave(first, visit) : refuse('HOLD_OVER')
    const basket = await pack(wish)
    if (!basket.ok) return basket
    const link = await leave(basket.value, visit)
    return !link.ok && link.code === 'HOLD_OVER' ? refuse('BASKET_CHANGED') : link
  }
}
