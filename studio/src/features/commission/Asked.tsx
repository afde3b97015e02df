// A button that asks once more before it does what cannot be undone.
import { useState } from 'react'
import { useWords } from '../../words.ts'

interface AskedProps {
  readonly testId: string
  readonly word: string
  readonly question: string
  readonly yes: string
  readonly onYes: () => Promise<void>
}

export function Asked({ testId, word, question, yes, onYes }: AskedProps) {
  const { say } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  if (!isAsked) {
    return (
      <button className="btn" data-testid={testId} onClick={() => setIsAsked(true)}>
        {word}
      </button>
    )
  }
  const act = async () => {
    setIsBusy(true)
    await onYes()
    setIsBusy(false)
    setIsAsked(false)
  }
  return (
    <div className="sharer-asked" role="group" aria-label={question}>
      <p>{question}</p>
      <button className="btn" data-testid={`${testId}-yes`} disabled={isBusy} onClick={() => void act()}>
        {yes}
      </button>
      <button className="btn" onClick={() => setIsAsked(false)}>
        {say('commission.no')}
      </button>
    </div>
  )
}
