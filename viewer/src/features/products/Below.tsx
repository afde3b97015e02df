// Below a card: what one has bought of the product already, or the sale that goes on beside one's own hold.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { Check, Hourglass, Zap } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { nameSizes } from '../../view/holds.ts'
import type { DealView } from '../../view/useDeal.ts'
import { saleBeside } from '../../view/action.ts'
import { mayReturnToSale } from '../../view/deal.ts'
import { readSaleLine } from '../../view/waits.ts'
import type { SaleLine } from '../../view/waits.ts'

interface BelowProps {
  readonly room: RoomState
  readonly shown: DealView
  /** Opens the choice of what to wait for. */
  readonly onWait: () => void
}

export function Below({ room, shown, onWait }: BelowProps) {
  const { aside, action, deal, moment } = shown
  const line = readSaleLine(deal, moment)
  if (line !== null) return <SaleLineRow line={line} onWait={onWait} />
  if (aside?.state === 'paid') return <PaidStrip room={room} hold={aside} />
  const sale = saleBeside(deal, action)
  return sale && <SaleStrip priceMinor={sale.priceMinor} currency={sale.currency} closesAt={sale.closesAt} />
}

function PaidStrip({ room, hold }: { readonly room: RoomState; readonly hold: Hold }) {
  const { t, text, money, list } = useWords()
  const what = list(nameSizes(room, hold, text))
  const price = money(hold.totalMinor, hold.currency)
  return (
    <p className="below below-paid" data-testid="paid-strip">
      <Check aria-hidden="true" />
      <span>
        <b>{what === '' ? t('youHaveOne') : t('youHave', { what })}</b>
        {hold.orderId === null ? t('paidFor', { price }) : t('paidOrder', { price, id: hold.orderId })}
      </span>
    </p>
  )
}

function SaleLineRow({ line, onWait }: { readonly line: SaleLine; readonly onWait: () => void }) {
  const { t, count, money } = useWords()
  const { session, actions } = useScene()
  const { sale, waiting, joinable } = line
  const unpaid = mayReturnToSale(sale)
  const [first, ...others] = joinable
  const join = () => (others.length > 0 ? onWait() : first && void session.actions.joinLine(first.offer.id))
  return (
    <div className="below below-line" data-testid="sale-line">
      <span>
        <b>{unpaid > 0 ? t('saleUnpaid', { n: count(unpaid), of: count(sale.allotted) }) : t('saleAllPaid')}</b>
        {waiting > 0 ? t('peopleWait', { n: count(waiting) }) : t('nobodyWaits')}
      </span>
      {first !== undefined && unpaid > 0 && (
        <button onClick={join} aria-busy={actions.busy === first.offer.id} data-testid="join-sale-line">
          <Hourglass size={17} aria-hidden="true" />
          {t('waitForPrice', { price: money(sale.priceMinor, sale.currency) })}
        </button>
      )}
    </div>
  )
}

interface SaleStripProps {
  readonly priceMinor: number
  readonly currency: string
  readonly closesAt: number
}

function SaleStrip({ priceMinor, currency, closesAt }: SaleStripProps) {
  const { t, money } = useWords()
  const { clock } = useScene().session.client
  return (
    <p className="below below-sale" data-testid="sale-strip">
      <Zap aria-hidden="true" />
      <span>
        <b>{t('saleBeside', { price: money(priceMinor, currency) })}</b>
        {t('saleBesideHow')}
      </span>
      <Countdown clock={clock} until={closesAt} short />
    </p>
  )
}
