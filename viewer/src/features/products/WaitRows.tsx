// One's places in line for a product: how many are before, and the way out of the line.
import type { Wait } from '@lantern/shared/contract/things.ts'
import { Hourglass } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import type { Deal } from '../../view/deal.ts'

export function WaitRows({ deal }: { readonly deal: Deal }) {
  const { waits } = useScene()
  const own = waits.filter((wait) => deal.choices.some(({ offer }) => offer.id === wait.offerId))
  return (
    <ul className="waits">
      {own.map((wait) => (
        <WaitRow key={wait.offerId} deal={deal} wait={wait} />
      ))}
    </ul>
  )
}

function WaitRow({ deal, wait }: { readonly deal: Deal; readonly wait: Wait }) {
  const { t, text, count, money } = useWords()
  const { session, actions } = useScene()
  const { sale } = deal
  const price = sale !== null && wait.saleId === sale.id ? money(sale.priceMinor, sale.currency) : null
  const variant = deal.choices.find(({ offer }) => offer.id === wait.offerId)?.variant
  const size = deal.choices.length > 1 ? text(variant?.title ?? null) : ''
  return (
    <li className="wait" data-testid="wait" data-ahead={wait.ahead}>
      <Hourglass size={16} aria-hidden="true" />
      <span>
        {size !== '' && <b>{size} · </b>}
        {price !== null && <b>{t('waitsForPrice', { price })} · </b>}
        {wait.ahead === 0 ? t('youAreNext') : t('aheadSome', { n: count(wait.ahead) })}
      </span>
      <button
        className="link"
        aria-busy={actions.busy === wait.offerId}
        onClick={() => void session.actions.leaveLine(wait.offerId)}
        data-testid="leave-line"
      >
        {t('leaveLine')}
      </button>
    </li>
  )
}
