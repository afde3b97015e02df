// When a play opens: by hand, or by itself at a minute of the show, at a time, or with so many people in the room.
import { useId } from 'react'
import { useWords, type WordKey } from '../words.ts'
import { whenOf, type WhenDraft } from './whenForm.ts'
import './plays.css'

const WAYS = ['hand', 'minutes', 'time', 'viewers'] as const

interface WhenFieldsProps {
  readonly kind: string
  readonly value: WhenDraft
  readonly problem: WordKey | null
  readonly onChange: (when: WhenDraft) => void
}

export function WhenFields({ kind, value, problem, onChange }: WhenFieldsProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <>
      <div className="field chips">
        <span id={id}>{say('play.when')}</span>
        <div role="group" aria-labelledby={id}>
          {WAYS.map((is) => (
            <button
              key={is}
              type="button"
              className="chip"
              aria-pressed={value.is === is}
              data-testid={`${kind}-when-${is}`}
              onClick={() => onChange(whenOf(is))}
            >
              {say(`play.when.${is}`)}
            </button>
          ))}
        </div>
      </div>
      {value.is !== 'hand' && (
        <label className="field" data-wrong={problem !== null}>
          <span>{say(`play.when.${value.is}`)}</span>
          <input
            data-testid={`${kind}-when`}
            type={value.is === 'time' ? 'time' : 'text'}
            inputMode={value.is === 'time' ? undefined : 'numeric'}
            value={value.typed}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-wrong`}
            onChange={(event) => onChange({ ...value, typed: event.target.value })}
          />
          {problem !== null && <small id={`${id}-wrong`}>{say(problem)}</small>}
        </label>
      )}
    </>
  )
}
