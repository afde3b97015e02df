// Under one's own hold: how many, by one more or one less, and the way to let it go.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { Minus, Plus } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import type { Action } from '../../view/action.ts'
import type { Quantity } from '../../view/quantity.ts'
import { readQuantity } from '../../view/quantity.ts'
import { LetGo } from './LetGo.tsx'

export function QuantityRow({ room, action }: { readonly room: RoomState; readonly action: Action }) {
  const { holds } = useScene()
  if (action.kind !== 'checkout' && action.kind !== 'atCheckout') return null
  const quantity = readQuantity(room, action.hold, holds)
  if (quantity === null) return null
  return (
    <div className="quantity-row">
      <Stepper hold={action.hold} quantity={quantity} isPaying={action.kind === 'atCheckout'} />
      <LetGo hold={action.hold} />
    </div>
  )
}

interface StepperProps {
  readonly hold: Hold
  readonly quantity: Quantity
  /** What is being paid stays as it is. */
  readonly isPaying: boolean
}

function Stepper({ hold, quantity: { now, most }, isPaying }: StepperProps) {
  const { t, count } = useWords()
  const { session, actions } = useScene()
  const busy = actions.busy === hold.id
  const change = (to: number) => {
    if (!busy && !isPaying && to >= 1 && to <= most) void session.actions.change(hold, to)
  }
  return (
    <div className="stepper" role="group" aria-label={t('quantity')} aria-busy={busy}>
      <button
        aria-label={t('oneLess')}
        aria-disabled={isPaying || now <= 1}
        onClick={() => change(now - 1)}
        data-testid="one-less"
      >
        <Minus size={18} aria-hidden="true" />
      </button>
      <output aria-live="polite" aria-label={t('quantity')} data-testid="quantity">
        {count(now)}
      </output>
      <button
        aria-label={t('oneMore')}
        aria-disabled={isPaying || now >= most}
        onClick={() => change(now + 1)}
        data-testid="one-more"
      >
        <Plus size={18} aria-hidden="true" />
      </button>
    </div>
  )
}
