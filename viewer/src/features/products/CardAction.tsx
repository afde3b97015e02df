// The one button of a card: it says what happens when it is tapped.
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { Check } from 'lucide-react'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../../session.ts'
import { useCheckoutHref } from '../../useCheckoutHref.ts'
import { useWide } from '../../useWide.ts'
import { useWords } from '../../useWords.ts'
import type { Action } from '../../view/action.ts'
import type { DealView } from '../../view/useDeal.ts'
import { InLineMark, LineButton } from './LineButton.tsx'
import { ShopPage } from './ShopPage.tsx'

interface CardActionProps {
  readonly shown: DealView
  readonly onChoose: () => void
  readonly choosing: boolean
}

export function CardAction({ shown, onChoose, choosing }: CardActionProps) {
  const { action } = shown
  switch (action.kind) {
    case 'hold':
    case 'choose':
      return <HoldButton shown={shown} action={action} onChoose={onChoose} choosing={choosing} />
    case 'checkout':
    case 'atCheckout':
      return <CheckoutLink hold={action.hold} isThere={action.kind === 'atCheckout'} />
    case 'paid':
    case 'ordered':
      return <BoughtMark words={action.kind} />
    case 'joinLine':
    case 'chooseLine':
      return <LineButton shown={shown} onChoose={onChoose} choosing={choosing} />
    case 'inLine':
      return <InLineMark />
    case 'showOver':
      return <ShopPage productId={shown.deal.product.id} />
    default:
      if (action.kind in NO_BUTTON) return null
      return <DeadButton action={action} now={shown.moment.now} />
  }
}

/** The card's words say it all. */
const NO_BUTTON = { latePaid: true, refunded: true, runningOut: true } as const

interface HoldButtonProps extends CardActionProps {
  readonly action: Extract<Action, { holdMs: number }>
}

function HoldButton({ shown: { deal }, action, onChoose, choosing }: HoldButtonProps) {
  const { t } = useWords()
  const { session, actions } = useScene()
  const pending = actions.pending !== null && deal.choices.some(({ offer }) => offer.id === actions.pending?.offerId)
  const only = deal.choices[0]
  const tap = () =>
    action.kind === 'choose' ? onChoose() : only && void session.actions.hold(only.offer.id, only.priceMinor)
  const again = actions.pending?.again === true
  return (
    <button
      className="buy"
      onClick={tap}
      aria-busy={pending}
      aria-expanded={action.kind === 'choose' ? choosing : undefined}
      data-testid="hold-button"
    >
      {pending ? (
        <span>{again ? t('stillTrying') : t('holding')}</span>
      ) : (
        <>
          {deal.isFirstPaid ? t('wantIt') : action.again ? t('holdAgain') : t('hold')}
          <small>
            {deal.isFirstPaid ? t('firstToPayShort') : t('holdFor', { time: formatLeftShort(action.holdMs) })}
          </small>
        </>
      )}
    </button>
  )
}

/** Phones go to the shop in the same tab; on a wide screen the show goes on beside it. */
function CheckoutLink({ hold, isThere }: { readonly hold: Hold; readonly isThere: boolean }) {
  const { t } = useWords()
  const target = useWide() ? '_blank' : undefined
  const href = useCheckoutHref(hold)
  return (
    <a className="buy" href={href} target={target} data-testid="checkout-link">
      {isThere ? t('goOn') : t('checkOut')}
      <small>{t('atTheShop')}</small>
    </a>
  )
}

function BoughtMark({ words }: { readonly words: 'paid' | 'ordered' }) {
  const { t } = useWords()
  return (
    <span className="buy buy-paid">
      <Check size={22} aria-hidden="true" />
      {t(words)}
    </span>
  )
}

const DEAD_WORDS = {
  announced: 'hold',
  coolDown: 'coolDown',
  closing: 'closed',
  soldOut: 'soldOut',
  limit: 'limitReached',
  opensWithShow: 'opensWithShow',
} as const

function DeadButton({ action, now }: { readonly action: Action; readonly now: number }) {
  const { t } = useWords()
  const words = action.kind in DEAD_WORDS ? DEAD_WORDS[action.kind as keyof typeof DEAD_WORDS] : 'closed'
  return (
    <button className="buy" aria-disabled data-testid="hold-button">
      {t(words)}
      {(action.kind === 'announced' || action.kind === 'coolDown') && (
        <small data-testid="opens-in" aria-hidden="true">
          {formatLeftShort(action.at - now)}
        </small>
      )}
    </button>
  )
}
