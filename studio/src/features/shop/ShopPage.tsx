// The shop behind the studio: what it can do, whether it answers, what needs staff, and its products.
import type { Me } from '@lantern/shared/contract/http.ts'
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { TestConnection } from './TestConnection.tsx'
import './shop.css'

export function ShopPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const sections = useParts('shop.section').filter(({ isFor }) => isFor(me))
  const shop = useQuery({ queryKey: ['shop'], queryFn: api.shop, refetchInterval: 15_000 })
  if (needsLogin(shop.error)) return <LoginPage wasHere />

  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('shop.back')}
        </button>
        <h1>{say('shop.title')}</h1>
      </header>
      <main className="shop-page">
        {shop.data && <Matters status={shop.data} />}
        {!shop.data && <div className="show-list shimmer" aria-busy="true" />}
        {shop.data && (
          <section className="shop-facts" data-testid="shop-facts">
            <Answers answers={shop.data.answers} />
            {me.role === 'owner' && <TestConnection />}
          </section>
        )}
        {sections.map(({ key, Section }) => (
          <Section key={key} status={shop.data ?? null} />
        ))}
      </main>
    </div>
  )
}

/** What staff have to know before a buyer does. */
function Matters({ status: { short, vanished } }: { readonly status: ShopStatus }) {
  const { say } = useWords()
  if (short.length + vanished.length === 0) return null
  return (
    <ul className="shop-matters" role="alert">
      {short.map((one) => (
        <li key={`short ${one.sku}`}>
          {one.short > 0
            ? say('short.held', { product: one.sku, units: one.short, available: one.available })
            : say('short.offered', { product: one.sku, units: one.offered, available: one.available })}
        </li>
      ))}
      {vanished.map((one) => (
        <li key={`gone ${one.sku}`}>{say('shop.vanished', one)}</li>
      ))}
    </ul>
  )
}

function Answers({ answers }: { readonly answers: ShopStatus['answers'] }) {
  const { say } = useWords()
  const { kind, price, quotes, stock, tellsOrders, givesBack } = answers
  return (
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
  )
}
