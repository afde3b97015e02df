// A button that asks once more before it does what cannot be undone.
import { useState } from 'react'
import { useSaid } from './words.ts'

interface AskedProps {
  readonly testId: string
  readonly word: string
  readonly question: string
  readonly yes: string
  readonly onYes: () => Promise<void>
}

export function Asked({ testId, word, question, yes, onYes }: AskedProps) {
  const { t } = useSaid()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (!isAsked) {
    return (
      <button className="sharer-quiet" data-testid={testId} onClick={() => setAsked(true)}>
        {word}
      </button>
    )
  }
  const act = async () => {
    setBusy(true)
    await onYes()
    setBusy(false)
    setAsked(false)
  }
  return (
    <div className="sharer-asked" role="group" aria-label={question}>
      <p>{question}</p>
      <button className="bound-side" data-testid={`${testId}-yes`} disabled={isBusy} onClick={() => void act()}>
        {yes}
      </button>
      <button className="bound-side" onClick={() => setAsked(false)}>
        {t('no')}
      </button>
    </div>
  )
}
