// The band on top of a card: flash sale with its countdown, or one's own hold with its own.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { isReserved } from '../../view/holds.ts'
import type { DealView } from '../../view/useDeal.ts'

export function CardHead({ shown: { deal, action } }: { readonly shown: DealView }) {
  if (action.kind === 'checkout' && !isReserved(action.hold)) return <UnreservedHead />
  if ('hold' in action) return <HoldHead action={action} />
  if (deal.sale !== null) return <SaleHead deal={deal} sale={deal.sale} />
  return null
}

function HoldHead({ action }: { readonly action: Extract<DealView['action'], { hold: unknown }> }) {
  const { t } = useWords()
  const { clock } = useScene().session.client
  const { hold, kind } = action
  if (kind === 'paid' || kind === 'ordered') {
    return (
      <header className="band band-paid" data-testid={kind}>
        <span>{t(kind)}</span>
        <small>{hold.orderId === null ? t('thankYou') : t('order', { id: hold.orderId })}</small>
      </header>
    )
  }
  if (kind === 'latePaid' || kind === 'refunded') {
    return <header className="band band-needs">{t(kind)}</header>
  }
  const isTurn = kind === 'checkout' && hold.waited
  const words = isTurn ? 'yourTurn' : HOLD_WORDS[kind]
  return (
    <header className={isTurn ? 'band band-turn' : 'band band-held'} data-testid={isTurn ? 'your-turn' : undefined}>
      <span>{t(words)}</span>
      {kind === 'checkout' && !isTurn && <small>{t('nobodyElse')}</small>}
      <Countdown clock={clock} until={hold.expiresAt} testId="countdown" />
    </header>
  )
}

const HOLD_WORDS = { checkout: 'heldForYou', atCheckout: 'atCheckout', runningOut: 'ranOut' } as const

/** No countdown here: it would promise what a hold under first-paid does not give. */
function UnreservedHead() {
  const { t } = useWords()
  return (
    <header className="band band-open" data-testid="not-reserved">
      <span>{t('notReserved')}</span>
      <small>{t('firstToPay')}</small>
    </header>
  )
}

interface SaleHeadProps {
  readonly deal: DealView['deal']
  readonly sale: NonNullable<DealView['deal']['sale']>
}

function SaleHead({ deal, sale }: SaleHeadProps) {
  const { t, count, money } = useWords()
  const { clock } = useScene().session.client
  if (deal.phase === 'gone') {
    const gone = { n: count(sale.allotted), price: money(sale.priceMinor, sale.currency) }
    return (
      <header className="band band-gone" data-testid="sale-band" data-phase="gone">
        <span>{t('saleGone', gone)}</span>
      </header>
    )
  }
  const isAnnounced = deal.phase === 'announced'
  return (
    <header className={`band band-${deal.phase}`} data-testid="sale-band" data-phase={deal.phase}>
      <span>{deal.phase === 'closing' ? t('saleClosing') : t('flashSale')}</span>
      <small>{isAnnounced ? t('startsIn') : t('each', { n: count(deal.perViewer) })}</small>
      <Countdown clock={clock} until={isAnnounced ? sale.opensAt : sale.closesAt} testId="countdown" />
    </header>
  )
}
