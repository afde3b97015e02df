// What the shop in use can do, for whoever does not connect it.
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { useWords } from '../../words.ts'

interface FactsProps {
  readonly status: ShopStatus
}

export function Facts({ status: { answers } }: FactsProps) {
  const { say } = useWords()
  const { kind, price, quotes, stock, tellsOrders, givesBack } = answers
  return (
    <section className="shop-card shop-wide shop-part" data-testid="shop-facts">
      <dl className="shop-answers">
        <dt>{say('shop.kind')}</dt>
        <dd>{say(`shop.kind.${kind}`)}</dd>
        <dt>{say('shop.price')}</dt>
        <dd className={price === 'none' ? 'needs-you' : ''}>{say(`shop.price.${price}`)}</dd>
        <dt>{say('shop.quotes')}</dt>
        <dd>{say(`shop.quotes.${quotes}`)}</dd>
        <dt>{say('shop.stock')}</dt>
        <dd className={stock === 'not_exclusive' ? 'needs-you' : ''}>{say(`shop.stock.${stock}`)}</dd>
        <dt>{say('shop.orders')}</dt>
        <dd>{say(tellsOrders ? 'shop.orders.yes' : 'shop.orders.no')}</dd>
        <dt>{say('shop.refunds')}</dt>
        <dd>{say(givesBack ? 'shop.refunds.yes' : 'shop.refunds.no')}</dd>
      </dl>
    </section>
  )
}
