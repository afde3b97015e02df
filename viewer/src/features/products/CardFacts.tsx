// Title, price and honest stock of a card; for one's own hold, what is held and the way to let it go.
import { Price } from '@lantern/shared/ui/Price.tsx'
import { StockBar } from '@lantern/shared/ui/StockBar.tsx'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { LeaveCoupon } from '../../parts/LeaveCoupon.tsx'
import { useScene } from '../../session.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../useWords.ts'
import { type CardSum, sumOfDeal, sumOfHold } from '../../view/coupons.ts'
import type { Deal } from '../../view/deal.ts'
import { isBought, isReserved, nameLines } from '../../view/holds.ts'
import { readQuantity } from '../../view/quantity.ts'
import type { DealView } from '../../view/useDeal.ts'
import { CouponLine } from './CouponLine.tsx'
import { LetGo } from './LetGo.tsx'
import { PriceFrom } from './PriceFrom.tsx'

interface CardFactsProps {
  readonly room: RoomState
  readonly shown: DealView
  /** The title stands elsewhere, for example on a sheet's head. */
  readonly untitled?: boolean
  readonly onChoose: () => void
}

export function CardFacts({ room, shown, untitled = false, onChoose }: CardFactsProps) {
  const { deal, action, moment } = shown
  const { t, text } = useWords()
  const { own } = useScene().view
  // What cannot be held takes no coupon.
  const rewards = moment.showPhase === 'live' ? own.rewards : []
  const hold = 'hold' in action ? action.hold : null
  const sum = hold === null ? sumOfDeal(deal, { room, rewards, now: moment.now }) : sumOfHold(hold)
  return (
    <div className="facts">
      {!untitled && <h2 className="card-title">{text(deal.product.title)}</h2>}
      <PriceLine deal={deal} hold={hold} sum={sum} />
      <CouponLine sum={sum} />
      <LeaveCoupon hold={hold} />
      {hold === null ? (
        moment.showPhase !== 'ended' && <OpenFacts room={room} deal={deal} />
      ) : (
        <HoldLine room={room} shown={shown} hold={hold} onChoose={onChoose} />
      )}
      {hold === null && moment.hold?.state === 'expired' && (
        <p className="told" data-testid="ran-out">
          {t(deal.isFirstPaid ? 'ranOut' : 'ranOutTold')}
        </p>
      )}
    </div>
  )
}

/** What may still be had in the show, and how. */
function OpenFacts({ room, deal }: { readonly room: RoomState; readonly deal: Deal }) {
  const facts = useParts('card.fact')
  return (
    <>
      <StockLine deal={deal} />
      <FirstPaidLine deal={deal} />
      {facts.map(({ key, Fact }) => (
        <Fact key={key} room={room} deal={deal} />
      ))}
    </>
  )
}

interface PriceLineProps {
  readonly deal: Deal
  readonly hold: Hold | null
  readonly sum: CardSum
}

/** With the coupon that comes off by itself, before it is held and after. */
function PriceLine({ deal, hold, sum }: PriceLineProps) {
  const { t, locale } = useWords()
  return (
    <span className="price-line">
      <PriceFrom isFrom={hold === null && deal.isFrom} t={t}>
        <Price
          minor={sum.sumMinor - (sum.coupon?.offMinor ?? 0)}
          wasMinor={hold === null ? deal.wasMinor : heldWas(deal, hold, sum)}
          currency={deal.currency}
          locale={locale}
          wasLabel={t('before')}
          testId="price"
        />
      </PriceFrom>
    </span>
  )
}

/** Only where the shop's own price is another: what the coupon takes off has a line of its own. */
function heldWas(deal: Deal, hold: Hold, { sumMinor }: CardSum): number | null {
  const offer = deal.choices.find((choice) => choice.offer.id === hold.lines[0]?.offerId)?.offer
  const before = offer === undefined ? 0 : Math.max(offer.shopPriceMinor, offer.priceMinor)
  return before > sumMinor ? before : null
}

function StockLine({ deal }: { readonly deal: Deal }) {
  const { t, count, left, money } = useWords()
  if (deal.left === 0) {
    const words =
      deal.mayReturn > 0 ? t('mayReturn', { n: count(deal.mayReturn) }) : t(deal.mayCome ? 'mayCome' : 'soldOutQuiet')
    return (
      <span className="stock" data-testid="stock" data-left={0}>
        {words}
      </span>
    )
  }
  return (
    <span className="stock" data-testid="stock" data-left={deal.left} data-of={deal.of}>
      {!deal.hasMore && <StockBar left={deal.left} of={deal.of} />}
      <span>
        <b key={deal.left} className="tick">
          {left(deal.left, deal.hasMore)}
        </b>{' '}
        {deal.phase === 'gone'
          ? t('leftAt', { price: money(deal.priceMinor, deal.currency) })
          : deal.sale !== null && t('ofTotal', { n: count(deal.of) })}
      </span>
    </span>
  )
}

/** Said before the tap, not after it. */
function FirstPaidLine({ deal }: { readonly deal: Deal }) {
  const { t } = useWords()
  if (!deal.isFirstPaid || deal.left === 0) return null
  return (
    <p className="told" data-testid="first-paid">
      {t('firstPaidTruth')}
    </p>
  )
}

interface HoldLineProps {
  readonly room: RoomState
  readonly shown: DealView
  readonly hold: Hold
  readonly onChoose: () => void
}

function HoldLine({ room, shown, hold, onChoose }: HoldLineProps) {
  const { t, text, list } = useWords()
  const facts = useParts('card.held')
  const { deal, action, moment } = shown
  const over = overWords(action.kind, deal)
  if (over !== null) return <p className="told">{t(over)}</p>
  const variant = deal.choices.find((choice) => choice.offer.id === hold.lines[0]?.offerId)?.variant
  const ownSize = deal.choices.length > 1 ? text(variant?.title ?? null) : ''
  const size = hold.lines.length > 1 ? list(nameLines(room, hold, text)) : ownSize
  return (
    <>
      <span className="held-line">
        {size !== '' && <span className="held-size">{size}</span>}
        {!isReserved(hold) && <span>{t('priceKept', { time: formatLeftShort(hold.expiresAt - moment.now) })}</span>}
        {isBought(hold) && <HoldAnother shown={shown} onChoose={onChoose} />}
        {!isBought(hold) && readQuantity(room, hold, moment.holds) === null && <LetGo hold={hold} />}
      </span>
      {facts.map(({ key, HeldFact }) => (
        <HeldFact key={key} hold={hold} />
      ))}
    </>
  )
}

function overWords(kind: string, deal: Deal) {
  if (kind === 'latePaid') return 'latePaidWords'
  if (kind === 'refunded') return 'refundedWords'
  if (kind !== 'runningOut') return null
  return deal.isFirstPaid ? 'ranOut' : 'ranOutWords'
}

const ANOTHER = { hold: 'holdAnother', choose: 'holdAnother', joinLine: 'joinLine', chooseLine: 'joinLine' } as const

function HoldAnother({ shown: { deal, free }, onChoose }: Pick<HoldLineProps, 'shown' | 'onChoose'>) {
  const { t } = useWords()
  const { actions } = useScene().session
  const only = deal.choices[0]
  const { kind } = free
  if (only === undefined || !isAnother(kind)) return null
  const tap = () => {
    if (kind === 'choose' || kind === 'chooseLine') return onChoose()
    void (kind === 'hold' ? actions.hold(only.offer.id, only.priceMinor) : actions.joinLine(only.offer.id))
  }
  return (
    <button className="link" onClick={tap} data-testid="hold-another">
      {t(ANOTHER[kind])}
    </button>
  )
}

function isAnother(kind: string): kind is keyof typeof ANOTHER {
  return kind in ANOTHER
}
