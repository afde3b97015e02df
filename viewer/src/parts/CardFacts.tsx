// Title, price and honest stock of a card; for one's own hold, what is held and the way to let it go.
import { Price } from '@lantern/shared/ui/Price.tsx'
import { StockBar } from '@lantern/shared/ui/StockBar.tsx'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import type { Deal } from '../view/deal.ts'
import type { DealView } from '../view/useDeal.ts'

interface CardFactsProps {
  readonly shown: DealView
  /** The title stands elsewhere, for example on a sheet's head. */
  readonly untitled?: boolean
  readonly onChoose: () => void
}

export function CardFacts({ shown, untitled = false, onChoose }: CardFactsProps) {
  const { deal, action, moment } = shown
  const { t, text } = useWords()
  const hold = 'hold' in action ? action.hold : null
  return (
    <div className="facts">
      {!untitled && <h2 className="card-title">{text(deal.product.title)}</h2>}
      <PriceLine deal={deal} hold={hold} />
      {hold === null ? <StockLine deal={deal} /> : <HoldLine shown={shown} hold={hold} onChoose={onChoose} />}
      {hold === null && moment.hold?.state === 'expired' && (
        <p className="told" data-testid="ran-out">
          {t('ranOutTold')}
        </p>
      )}
    </div>
  )
}

function PriceLine({ deal, hold }: { readonly deal: Deal; readonly hold: Hold | null }) {
  const { t, locale } = useWords()
  return (
    <span className="price-line">
      <Price
        minor={hold?.totalMinor ?? deal.priceMinor}
        wasMinor={hold === null ? deal.wasMinor : heldWas(deal, hold)}
        currency={deal.currency}
        locale={locale}
        wasLabel={t('before')}
        testId="price"
      />
      {hold === null && deal.isFrom && <small className="from">{t('from')}</small>}
    </span>
  )
}

function heldWas(deal: Deal, hold: Hold): number | null {
  const offer = deal.choices.find((choice) => choice.offer.id === hold.lines[0]?.offerId)?.offer
  const before = offer === undefined ? 0 : Math.max(offer.shopPriceMinor, offer.priceMinor)
  return before > hold.totalMinor ? before : null
}

function StockLine({ deal }: { readonly deal: Deal }) {
  const { t, count } = useWords()
  if (deal.left === 0) {
    const words = deal.mayReturn > 0 ? t('mayReturn', { n: count(deal.mayReturn) }) : t('soldOutQuiet')
    return (
      <span className="stock" data-testid="stock" data-left={0}>
        {words}
      </span>
    )
  }
  return (
    <span className="stock" data-testid="stock" data-left={deal.left} data-of={deal.of}>
      <StockBar left={deal.left} of={deal.of} />
      <span>
        <b key={deal.left} className="tick">
          {t('left', { n: count(deal.left) })}
        </b>{' '}
        {deal.sale !== null && t('ofTotal', { n: count(deal.of) })}
      </span>
    </span>
  )
}

interface HoldLineProps {
  readonly shown: DealView
  readonly hold: Hold
  readonly onChoose: () => void
}

function HoldLine({ shown, hold, onChoose }: HoldLineProps) {
  const { t, text } = useWords()
  const { deal, action } = shown
  const variant = deal.choices.find((choice) => choice.offer.id === hold.lines[0]?.offerId)?.variant
  const size = deal.choices.length > 1 ? text(variant?.title ?? null) : ''
  if (action.kind === 'latePaid') return <p className="told">{t('latePaidWords')}</p>
  if (action.kind === 'refunded') return <p className="told">{t('refundedWords')}</p>
  if (action.kind === 'runningOut') return <p className="told">{t('ranOutWords')}</p>
  return (
    <span className="held-line">
      {size !== '' && <span className="held-size">{size}</span>}
      {action.kind === 'paid' ? <HoldAnother shown={shown} onChoose={onChoose} /> : <LetGo hold={hold} />}
    </span>
  )
}

function LetGo({ hold }: { readonly hold: Hold }) {
  const { t } = useWords()
  const { acts } = useScene().session
  return (
    <button className="link" onClick={() => void acts.letGo(hold.id)} data-testid="let-go">
      {t('letGo')}
    </button>
  )
}

function HoldAnother({ shown: { deal, free }, onChoose }: Omit<HoldLineProps, 'hold'>) {
  const { t } = useWords()
  const { acts } = useScene().session
  const only = deal.choices[0]
  if (only === undefined || (free.kind !== 'hold' && free.kind !== 'choose')) return null
  const tap = () => (free.kind === 'choose' ? onChoose() : void acts.hold(only.offer.id))
  return (
    <button className="link" onClick={tap} data-testid="hold-another">
      {t('holdAnother')}
    </button>
  )
}
