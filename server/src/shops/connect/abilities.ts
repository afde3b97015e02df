// What a connected shop can do, as its owner reads it.
import type { KindConnection, ShopAbility, ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { ShopAnswers } from '../checkout.ts'

type Answer = NonNullable<KindConnection['can']>[ShopAbility]

const yesIf = (can: boolean, otherwise: Answer): Answer => (can ? 'yes' : otherwise)
/** They tell by signed messages of their own when a buyer has arrived, and that money is still to be taken. */
const TELLS_ITSELF: ReadonlySet<ShopKindName> = new Set(['generic', 'ucp'])

/** `by_hand`: staff do it in the shop. */
export function abilitiesOf(answers: ShopAnswers): Record<ShopAbility, Answer> {
  const { kind, price, quotes, stock, tellsOrders, givesBack, combines } = answers
  return {
    price_below: yesIf(price !== 'none', 'no'),
    price_checked: yesIf(quotes === 'cart', 'no'),
    stock_apart: yesIf(stock === 'ring_fenced', kind === 'medusa' ? 'by_hand' : 'no'),
    one_basket: yesIf(combines, 'no'),
    refunds: yesIf(givesBack, 'by_hand'),
    asked_when_lost: yesIf(tellsOrders, 'no'),
    paid_later: yesIf(TELLS_ITSELF.has(kind), 'by_hand'),
    buyer_seen: yesIf(TELLS_ITSELF.has(kind), 'no'),
    points: 'no',
  }
}
