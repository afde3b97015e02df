// One of a few, as a row of chips.
import { useId } from 'react'
import { useWords, type WordKey } from '../../words.ts'

export interface Option<Value extends string> {
  readonly value: Value
  readonly word: WordKey
}

interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: WordKey
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function Choice<Value extends string>({ name, label, options, value, onChange }: ChoiceProps<Value>) {
  const { say } = useWords()
  const id = useId()
  return (
    <div className="field chips">
      <span id={id}>{say(label)}</span>
      <div role="group" aria-labelledby={id}>
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            className="chip"
            aria-pressed={value === one.value}
            data-testid={`coupon-${name}-${one.value}`}
            onClick={() => onChange(one.value)}
          >
            {say(one.word)}
          </button>
        ))}
      </div>
    </div>
  )
}
