// Sizes or colours of a product: a tap on one holds it.
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { useScene } from '../../session.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../useWords.ts'
import { mayTake } from '../../view/action.ts'
import { isInLine, mayJoin } from '../../view/waits.ts'
import type { Choice } from '../../view/deal.ts'
import type { DealView } from '../../view/useDeal.ts'

interface ChoicesProps {
  readonly shown: DealView
  readonly onTaken: () => void
  /** A place in the sale's line is chosen, not what to hold now. */
  readonly forSale?: boolean
}

export function Choices({ shown: { deal, moment, free }, onTaken, forSale = false }: ChoicesProps) {
  const { t } = useWords()
  const mayHold = !forSale && (free.kind === 'hold' || free.kind === 'choose')
  const beside = moment.holds.some((hold) => hold === moment.hold && hold.state !== 'expired')
  return (
    <div className="choices" role="group" aria-label={t('choose')}>
      {mayHold && <p className="choices-hint">{t(beside ? 'chooseOneAgain' : 'chooseOne')}</p>}
      {(forSale || free.kind === 'chooseLine') && <p className="choices-hint">{t('chooseLine')}</p>}
      <div className="choices-row">
        {deal.choices.map((choice) => (
          <ChoiceButton
            key={choice.offer.id}
            choice={choice}
            isPriced={deal.isFrom}
            may={
              mayHold && mayTake(choice.offer.id, choice.left, moment.holds)
                ? 'hold'
                : (!mayHold || choice.offer.free === 0) && mayJoin(choice, moment, deal)
                  ? 'join'
                  : null
            }
            onTaken={onTaken}
          />
        ))}
      </div>
    </div>
  )
}

interface ChoiceButtonProps {
  readonly choice: Choice
  /** They cost differently: a tap holds at once, so each says what it costs. */
  readonly isPriced: boolean
  /** What a tap does; null when it can do nothing. */
  readonly may: 'hold' | 'join' | null
  readonly onTaken: () => void
}

function ChoiceButton({ choice, isPriced, may, onTaken }: ChoiceButtonProps) {
  const { offer, variant, left, priceMinor } = choice
  const { t, text, left: leftOf, money } = useWords()
  const { session, actions, waits } = useScene()
  const pending = actions.pending?.offerId === offer.id
  const joining = actions.busy === offer.id
  const take = () =>
    void (may === 'join' ? session.actions.joinLine(offer.id) : session.actions.hold(offer.id, priceMinor)).then(
      onTaken,
    )
  const leftWords = () => {
    if (left > 0 && may !== 'join') return leftOf(left, offer.shared === 'more')
    if (isInLine(offer.id, waits)) return t('inLine')
    return may === 'join' ? t('joinLineShort') : t('soldOut')
  }
  return (
    <button
      className="choice"
      onClick={take}
      disabled={may === null}
      aria-busy={pending || joining}
      data-may={may ?? undefined}
      data-testid="size-option"
      data-variant={variant.id}
      title={money(priceMinor, offer.currency)}
    >
      <b>{variant.title === null ? variant.sku : text(variant.title)}</b>
      {isPriced && <small>{money(priceMinor, offer.currency)}</small>}
      <small>{pending ? t(actions.pending?.again ? 'stillTrying' : 'holding') : leftWords()}</small>
      {may === 'hold' && <Hints offerId={offer.id} />}
      {may === 'hold' && offer.policy === 'first_paid' && <small>{t('firstToPayShort')}</small>}
    </button>
  )
}

function Hints({ offerId }: { readonly offerId: OfferId }) {
  const { room } = useScene().view
  const hints = useParts('choice.hint')
  return room && hints.map(({ key, Hint }) => <Hint key={key} room={room} offerId={offerId} />)
}
