// Sizes or colours of a product: a tap on one holds it.
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { mayTake } from '../view/action.ts'
import type { Choice } from '../view/deal.ts'
import type { DealView } from '../view/useDeal.ts'

interface ChoicesProps {
  readonly shown: DealView
  readonly onTaken: () => void
}

export function Choices({ shown: { deal, moment, free }, onTaken }: ChoicesProps) {
  const { t } = useWords()
  const mayHold = free.kind === 'hold' || free.kind === 'choose'
  const beside = moment.holds.some((hold) => hold === moment.hold && hold.state !== 'expired')
  return (
    <div className="choices" role="group" aria-label={t('choose')}>
      {mayHold && <p className="choices-hint">{t(beside ? 'chooseOneAgain' : 'chooseOne')}</p>}
      <div className="choices-row">
        {deal.choices.map((choice) => (
          <ChoiceButton
            key={choice.offer.id}
            choice={choice}
            disabled={!mayHold || !mayTake(choice.offer.id, choice.left, moment.holds)}
            onTaken={onTaken}
          />
        ))}
      </div>
    </div>
  )
}

interface ChoiceButtonProps {
  readonly choice: Choice
  readonly disabled: boolean
  readonly onTaken: () => void
}

function ChoiceButton({ choice: { offer, variant, left }, disabled, onTaken }: ChoiceButtonProps) {
  const { t, text, count, money } = useWords()
  const { session, acts } = useScene()
  const pending = acts.pending?.offerId === offer.id
  const take = () => void session.acts.hold(offer.id).then(onTaken)
  const leftWords = left === 0 ? t('soldOut') : t('left', { n: count(left) })
  return (
    <button
      className="choice"
      onClick={take}
      disabled={disabled}
      aria-busy={pending}
      data-testid="size-option"
      data-variant={variant.id}
      title={money(offer.priceMinor, offer.currency)}
    >
      <b>{variant.title === null ? variant.sku : text(variant.title)}</b>
      <small>{pending ? t(acts.pending?.again ? 'stillTrying' : 'holding') : leftWords}</small>
    </button>
  )
}
