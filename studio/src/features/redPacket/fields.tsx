// The fields of a red packet's form: one that is typed, and one of a few.
import { useId } from 'react'
import { useWords, type WordKey } from '../../words.ts'
import './redPacket.css'

interface TypedFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly problem: WordKey | null
  readonly hint?: string
  readonly onChange: (value: string) => void
}

export function TypedField({ name, label, value, problem, hint, onChange }: TypedFieldProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{hint === undefined ? label : `${label} (${hint})`}</span>
      <input
        data-testid={`redPacket-${name}`}
        inputMode={name === 'greeting' ? 'text' : name === 'places' || name === 'perMonth' ? 'numeric' : 'decimal'}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== null && <small id={id}>{say(problem)}</small>}
    </label>
  )
}

interface ChipsProps<Value> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function Chips<Value extends string | number>({ label, options, value, onChange }: ChipsProps<Value>) {
  const id = useId()
  return (
    <div className="field chips">
      <span id={id}>{label}</span>
      <div role="group" aria-labelledby={id}>
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            className="chip"
            aria-pressed={one.value === value}
            onClick={() => onChange(one.value)}
          >
            {one.name}
          </button>
        ))}
      </div>
    </div>
  )
}
