// Orders as they are paid: who, as a first letter, and what. Never one that was not paid.
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import type { Product } from '@lantern/shared/contract/things.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { ShoppingBag } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { LayerProps } from '../../places.ts'
import { useScene, useWords } from '../../overlay/scene.ts'
import { newsOf } from '../../overlay/sold.ts'

const STEP_MS = 1_000

export function Ticker({ room: { products }, layout }: LayerProps) {
  const most = layout === 'vertical' ? 2 : 3
  const { client, sold } = useScene()
  const told = useSyncExternalStore(sold.subscribe, sold.get)
  const news = newsOf(told, useNow(client.clock, STEP_MS), most)
  if (news.length === 0) return null
  return (
    <ul className="overlay-ticker" data-testid="overlay-ticker">
      {news.map((order) => (
        <Line key={order.id} order={order} products={products} />
      ))}
    </ul>
  )
}

function Line({ order, products }: { readonly order: SoldOrder } & { readonly products: readonly Product[] }) {
  const { t, text, count } = useWords()
  const [first, ...others] = order.items
  if (first === undefined) return null
  const product = products.find((each) => each.id === first.productId)
  return (
    <li>
      <ShoppingBag aria-hidden="true" />
      <span className="overlay-buyer">{t('bought', { buyer: order.buyer })}</span>
      <span className="overlay-what">{text(product?.title ?? null)}</span>
      <b>{t('times', { n: count(first.quantity) })}</b>
      {others.length > 0 && <b>+{count(others.length)}</b>}
    </li>
  )
}
