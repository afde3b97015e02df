// A payment that differs from its hand-off: asked once what becomes of it, kept as it is, given back in part, or whole.
import type { DecidePayment } from '@lantern/shared/contract/shopActs.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../../api.ts'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { useWords } from '../../../words.ts'
import type { DecideView } from './view.ts'

type Choice = Pick<DecidePayment, 'choice' | 'backMinor'>

export function Decide({ view }: { readonly view: DecideView }) {
  const { say } = useWords()
  const { isAsked, ask, close, button } = useAsking()
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (choice: Choice) => api.decidePayment({ ...view.target, ...choice }),
    // Another tab may have decided: what stands there now is read anew in any case.
    onSettled: () => queries.invalidateQueries({ queryKey: ['shop', 'messages'] }),
  })
  return (
    <div className="msg-decide" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <button ref={button} className="btn small-btn" data-testid="decide" aria-expanded={isAsked} onClick={ask}>
        {say('msg.decide')}
      </button>
      {isAsked && <Choices view={view} isBusy={settle.isPending} onChoose={settle.mutate} />}
      <RefusalNote error={settle.error} />
    </div>
  )
}

/** Whoever goes back stands where they were. */
function useAsking() {
  const [isAsked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setAsked(false)
    button.current?.focus()
  }
  return { isAsked, ask: () => setAsked(!isAsked), close, button }
}

interface ChoicesProps {
  readonly view: DecideView
  readonly isBusy: boolean
  readonly onChoose: (choice: Choice) => void
}

function Choices({ view: { question, part }, isBusy, onChoose }: ChoicesProps) {
  const { say } = useWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    first.current?.focus()
  }, [])
  return (
    <div className="msg-choices" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <div>
        <button
          ref={first}
          className="btn"
          data-testid="decide-accept"
          disabled={isBusy}
          onClick={() => onChoose({ choice: 'accept' })}
        >
          {say('msg.decide.keep')}
        </button>
        {part && (
          <button
            className="btn"
            data-testid="decide-part"
            disabled={isBusy}
            onClick={() => onChoose({ choice: 'refund_part', backMinor: part.backMinor })}
          >
            {part.label}
          </button>
        )}
        <button
          className="btn danger"
          data-testid="decide-all"
          disabled={isBusy}
          onClick={() => onChoose({ choice: 'refund_back' })}
        >
          {say('msg.decide.all')}
        </button>
      </div>
    </div>
  )
}
