// The buttons that settle an order; a refund asks once.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { PartBack } from './PartBack.tsx'
import { settleChoices, type SettleChoice } from './settleChoices.ts'
import { useLines } from '../../desk/side/useLines.ts'

export function Settle({ order }: { readonly order: StaffOrder }) {
  const { desk, send, may } = useDesk()
  const [sending, setSending] = useState(false)
  const lines = useLines(desk.holds.find((hold) => hold.id === order.holdId)?.lines ?? [])
  if (!may('order:settle')) return null
  const settle = (how: Pick<CommandInput<'order:settle'>, 'choice' | 'backMinor'>): void => {
    setSending(true)
    const { holdId, orderId } = order
    void send('order:settle', { holdId, orderId, ...how }).finally(() => setSending(false))
  }

  return (
    <div className="settle">
      {settleChoices(order).map((each) => (
        <SettleButton
          key={each.word}
          each={each}
          order={order}
          lines={lines}
          disabled={sending}
          onYes={() => settle({ choice: each.choice })}
        />
      ))}
      {order.state === 'paid' && (
        <PartBack
          order={order}
          disabled={sending}
          onPart={(backMinor) => settle({ choice: 'refund_part', backMinor })}
        />
      )}
    </div>
  )
}

interface SettleButtonProps {
  readonly each: SettleChoice
  readonly order: StaffOrder
  readonly lines: string
  readonly disabled: boolean
  readonly onYes: () => void
}

function SettleButton({ each: { choice, word, ask }, order, lines, disabled, onYes }: SettleButtonProps) {
  const { say, locale } = useWords()
  const testId = `settle-${choice}`
  if (ask === null)
    return (
      <button className="btn main" data-testid={testId} disabled={disabled} onClick={onYes}>
        {say(word)}
      </button>
    )
  const amount = formatMoney(Math.max(0, order.amountMinor - order.backMinor), order.currency, locale)
  return (
    <Confirm
      label={say(word)}
      question={say(ask, { amount, name: order.viewerName, lines })}
      yes={say(choice === 'let_go' ? 'settle.yesLetGo' : 'settle.yes')}
      testId={testId}
      disabled={disabled}
      onYes={onYes}
    />
  )
}
