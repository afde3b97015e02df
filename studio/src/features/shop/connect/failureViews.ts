// A buyer who could not be taken to the shop, as the page shows it: what they hold, how it stands, and what can be done.
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { ActOnFailure } from '@lantern/shared/contract/shopActs.ts'
import type { Say } from '../../../words.ts'

export interface FailureAction {
  readonly label: string
  readonly input: ActOnFailure
}

export interface FailureView {
  readonly title: string
  readonly buyer: string
  /** Instead of an act: it has come right by itself. */
  readonly standing: string
  readonly actions: readonly FailureAction[]
}

/** Beside the way to the desk. */
const MOST_ACTIONS = 2

export function failureView({ holdId, skus, hold }: HandoffFailure, say: Say): FailureView {
  if (hold === undefined) return { title: skus.join(', '), buyer: '', standing: '', actions: [] }
  const { buyer, lines, state, acts } = hold
  const goods = lines.map(({ quantity, sku }) => `${quantity} × ${sku}`)
  const less = lines
    .filter(({ quantity }) => acts.includes('offer_less') && quantity > 1)
    .map(({ offerId, quantity, sku }): FailureAction => {
      const count = quantity - 1
      return {
        label: lines.length > 1 ? say('fails.offerOf', { count, sku }) : say('fails.offer', { count }),
        input: { act: 'offer_less', holdId, offerId, quantity: count },
      }
    })
  const again: FailureAction[] = acts.includes('hold_again')
    ? [{ label: say('fails.again'), input: { act: 'hold_again', holdId } }]
    : []
  return {
    title: [buyer, ...goods].filter((part) => part !== '').join(', '),
    buyer,
    standing: state === 'paying' || state === 'closed' ? say(`fails.${state}`) : '',
    actions: [...again, ...less].slice(0, MOST_ACTIONS),
  }
}
