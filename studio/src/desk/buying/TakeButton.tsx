// One tap makes a comment that was missed a hold of its author; where it is not clear of what, staff choose.
import { createId } from '@lantern/shared/client/ids.ts'
import { commentHoldId } from '@lantern/shared/contract/buying.ts'
import { HoldId, OfferId } from '@lantern/shared/contract/ids.ts'
import type { DeskComment } from '@lantern/shared/contract/talk.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { useOfferName } from './useOfferName.ts'

type Step = 'ready' | 'sending' | 'choose' | 'taken'

interface TakeProps {
  readonly comment: Pick<DeskComment, 'id' | 'name' | 'fromStaff'>
}

/** Not on what is a hold already, by itself. */
export function TakeButton({ comment }: TakeProps) {
  const { room, desk, may } = useDesk()
  const isOpen = room.show.phase === 'live' && room.buying?.on === true && may('buying:take')
  const isHold = desk.holds.some((hold) => hold.id === commentHoldId(comment.id))
  return isOpen && !comment.fromStaff && !isHold ? <Take comment={comment} /> : null
}

function Take({ comment: { id, name } }: TakeProps) {
  const { say } = useWords()
  const { send } = useDesk()
  const [step, setStep] = useState<Step>('ready')
  // The same id until it is granted: a tap that got no answer is the same tap again.
  const [holdId, setHoldId] = useState(() => HoldId.parse(createId()))
  const take = async (offerId?: OfferId): Promise<void> => {
    setStep('sending')
    const lines = offerId && [{ offerId, quantity: 1 }]
    const reply = await send('buying:take', { commentId: id, holdId, ...(lines && { lines }) })
    if (reply.ok) return setStep('taken')
    if (!reply.retryable) setHoldId(HoldId.parse(createId()))
    setStep(reply.code === 'NOTHING_TO_HOLD' ? 'choose' : 'ready')
  }
  if (step === 'taken') return <span className="chip held">{say('buying.taken')}</span>
  if (step === 'choose') return <OfferChoice name={name} onChoose={(offerId) => void take(offerId)} />

  return (
    <button
      className="btn take"
      aria-label={say('buying.take', { name })}
      data-testid={`take-${id}`}
      disabled={step === 'sending'}
      onClick={() => void take()}
    >
      {say('buying.takeShort')}
    </button>
  )
}

interface OfferChoiceProps {
  readonly name: string
  readonly onChoose: (offerId: OfferId) => void
}

function OfferChoice({ name, onChoose }: OfferChoiceProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const nameOf = useOfferName()
  const question = say('buying.choose', { name })

  return (
    <select
      className="take-choice"
      aria-label={question}
      data-testid="take-choice"
      defaultValue=""
      onChange={(event) => onChoose(OfferId.parse(event.target.value))}
    >
      <option value="" disabled>
        {question}
      </option>
      {(room.buying?.keywords ?? []).map(({ offerId, keyword }) => (
        <option key={offerId} value={offerId}>
          {keyword} {nameOf(offerId)}
        </option>
      ))}
    </select>
  )
}
