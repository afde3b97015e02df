// The fields of the sale form: a number with its problem in words, and chips with a field for anything else.
import { useWords, type WordKey } from '../../words.ts'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly problem: WordKey | null
  readonly onChange: (value: string) => void
}

export function TextField({ id, label, hint, value, problem, onChange }: TextFieldProps) {
  const { say } = useWords()

  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{label}</span>
      <input
        data-testid={id}
        inputMode="decimal"
        value={value}
        maxLength={14}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-note`}>{problem ? say(problem) : hint}</small>
    </label>
  )
}

interface ChipFieldProps extends TextFieldProps {
  readonly chips: readonly number[]
}

export function ChipField({ id, label, chips, value, problem, onChange }: ChipFieldProps) {
  const { say } = useWords()
  const name = (seconds: number) => {
    if (seconds === 0) return say('sale.atOnce')
    return seconds < 60 ? say('sale.seconds', { n: seconds }) : say('sale.minutes', { n: seconds / 60 })
  }

  return (
    <div className="field chips" data-wrong={problem !== null}>
      <span id={`${id}-label`}>{label}</span>
      <div role="group" aria-labelledby={`${id}-label`}>
        {chips.map((seconds) => (
          <button
            key={seconds}
            type="button"
            className="chip"
            aria-pressed={value === String(seconds)}
            onClick={() => onChange(String(seconds))}
          >
            {name(seconds)}
          </button>
        ))}
        <input
          data-testid={id}
          aria-labelledby={`${id}-label`}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          title={say('sale.timeHint')}
          value={value}
          maxLength={6}
          onChange={(event) => onChange(event.target.value)}
        />
        <span className="unit">{say('sale.unitSeconds')}</span>
      </div>
      {problem && <small id={`${id}-note`}>{say(problem)}</small>}
    </div>
  )
}
