// How long a play is open, one of a few lengths or by hand.
import { useId } from 'react'
import { useWords } from '../words.ts'

/** Null: by hand. */
export const LENGTHS_MS = [30_000, 60_000, 120_000, 300_000, null] as const

interface LengthChipsProps {
  readonly lengths?: readonly (number | null)[]
  readonly value: number | null
  readonly onChange: (lengthMs: number | null) => void
}

export function LengthChips({ lengths = LENGTHS_MS, value, onChange }: LengthChipsProps) {
  const { say } = useWords()
  const id = useId()
  const name = (ms: number | null) => {
    if (ms === null) return say('play.byHand')
    if (ms < 60_000) return say('play.seconds', { n: ms / 1000 })
    return ms < 3_600_000 ? say('play.minutesLong', { n: ms / 60_000 }) : say('play.hoursLong', { n: ms / 3_600_000 })
  }

  return (
    <div className="field chips">
      <span id={id}>{say('play.length')}</span>
      <div role="group" aria-labelledby={id}>
        {lengths.map((ms) => (
          <button key={ms} type="button" className="chip" aria-pressed={value === ms} onClick={() => onChange(ms)}>
            {name(ms)}
          </button>
        ))}
      </div>
    </div>
  )
}
