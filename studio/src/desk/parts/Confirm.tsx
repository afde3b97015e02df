// A dangerous act asks once, in its own place, with the consequence in numbers.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../../words.ts'

interface ConfirmProps {
  readonly label: ReactNode
  readonly question: string
  readonly yes: string
  readonly testId: string
  readonly disabled?: boolean
  readonly onYes: () => void
}

export function Confirm({ label, question, yes, testId, disabled = false, onYes }: ConfirmProps) {
  const { say } = useWords()
  const [asking, setAsking] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) stay.current?.focus()
  }, [asking])

  if (!asking)
    return (
      <button className="btn danger" data-testid={testId} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  return (
    <div
      className="ask"
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <p>{question}</p>
      <div>
        <button ref={stay} className="btn" onClick={() => setAsking(false)}>
          {say('common.goBack')}
        </button>
        <button
          className="btn danger solid"
          data-testid="confirm"
          onClick={() => {
            setAsking(false)
            onYes()
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  )
}
