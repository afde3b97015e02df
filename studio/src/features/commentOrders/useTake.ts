// Making a comment that was missed a hold of its author: at once where it is clear of what, else staff choose.
import { createId } from '@lantern/shared/client/ids.ts'
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import { commentHoldId } from '@lantern/shared/contract/commentOrders.ts'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'

export interface Take {
  readonly step: 'ready' | 'choose' | 'taken'
  readonly sending: boolean
  /** Without a line: what the comment says. */
  readonly take: (line?: NonNullable<CommandInput<'buying:take'>['lines']>[number]) => void
  readonly drop: () => void
}

/** Null: nothing can be held for it, or it is a hold already, by itself. */
export function useTake({ id, fromStaff, state }: Pick<StaffComment, 'id' | 'fromStaff' | 'state'>): Take | null {
  const { room, desk, may, send } = useDesk()
  const [step, setStep] = useState<Take['step']>('ready')
  const [sending, setSending] = useState(false)
  // The same id until it is granted: a tap that got no answer is the same tap again.
  const [holdId, setHoldId] = useState(() => HoldId.parse(createId()))
  const isOpen = room.show.phase === 'live' && room.buying?.on === true && may('buying:take')
  const isHold = desk.holds.some((hold) => hold.id === commentHoldId(id))
  if (!isOpen || fromStaff || isHold || state === 'erased') return null

  const ask = async (...[line]: Parameters<Take['take']>): Promise<void> => {
    setSending(true)
    const reply = await send('buying:take', { commentId: id, holdId, ...(line && { lines: [line] }) })
    setSending(false)
    if (reply.ok) return setStep('taken')
    if (!reply.retryable) setHoldId(HoldId.parse(createId()))
    if (reply.code === 'NOTHING_TO_HOLD') setStep('choose')
  }
  return { step, sending, take: (line) => void ask(line), drop: () => setStep('ready') }
}
