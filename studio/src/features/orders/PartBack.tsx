// Gives back a part of what was paid: asks for the amount in its own place, and sends what shall have gone back in all.
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { partBack } from './partBack.ts'

interface PartBackProps {
  readonly order: StaffOrder
  readonly disabled: boolean
  readonly onPart: (backMinor: number) => void
}

export function PartBack({ order, disabled, onPart }: PartBackProps) {
  const { say, locale } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  if (typed === null)
    return (
      <button className="btn" data-testid="settle-refund_part" disabled={disabled} onClick={() => setTyped('')}>
        {say('settle.part')}
      </button>
    )

  const backMinor = partBack(typed, order)
  const left = formatMoney(order.amountMinor - order.backMinor, order.currency, locale)
  const give = (): void => {
    if (backMinor === null) return
    setTyped(null)
    onPart(backMinor)
  }
  return (
    <form
      className="part-back"
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
      onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
    >
      <label>
        {say('settle.partAmount', { left, currency: order.currency })}
        <input
          data-testid="part-amount"
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div>
        <button type="button" className="btn" onClick={() => setTyped(null)}>
          {say('common.goBack')}
        </button>
        <button type="submit" className="btn danger solid" data-testid="part-give" disabled={backMinor === null}>
          {say('settle.yes')}
        </button>
      </div>
    </form>
  )
}
