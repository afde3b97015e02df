// What the card in front comes to, with the coupon that is on it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useScene } from '../../session.ts'
import { type CardSum, sumOnCard } from '../../view/coupons.ts'
import { type Deal, readDeal } from '../../view/deal.ts'
import { frontProductId, holdOf } from '../../view/holds.ts'

/** Both null: there is no card. */
export function useFrontSum(room: RoomState): { readonly card: CardSum | null; readonly deal: Deal | null } {
  const { holds, session, view } = useScene()
  const now = useNow(session.client.clock)
  const productId = frontProductId(room, holds)
  const deal = productId === null ? null : readDeal(room, productId, now)
  if (productId === null || deal === null) return { card: null, deal: null }
  const hold = holdOf(room, holds, { productId, now })
  return { card: sumOnCard({ deal, hold }, { room, rewards: view.own.rewards, now }), deal }
}
