// The steps of the form, each with its buyers and its price, and what is wrong with them where it was typed.
import { Plus, X } from 'lucide-react'
import { useWords, type WordKey } from '../../words.ts'
import type { StepDraft, StepProblems } from './stepPriceForm.ts'

interface StepFieldsProps {
  readonly steps: readonly StepDraft[]
  readonly problems: readonly StepProblems[]
  readonly most: number
  readonly onChange: (steps: readonly StepDraft[]) => void
}

export function StepFields({ steps, problems, most, onChange }: StepFieldsProps) {
  const { say } = useWords()
  const put = (place: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, at) => (at === place ? { ...step, ...part } : step)))
  return (
    <fieldset className="step-fields">
      <legend>{say('stepPrice.steps')}</legend>
      {steps.map((step, place) => (
        <div key={place} className="step-field">
          <Typed
            id={`stepPrice-buyers-${place}`}
            label={say('stepPrice.buyersOf', { n: place + 1 })}
            value={step.buyers}
            problem={problems[place]?.buyers ?? null}
            onChange={(buyers) => put(place, { buyers })}
          />
          <Typed
            id={`stepPrice-price-${place}`}
            label={say('stepPrice.priceOf', { n: place + 1 })}
            value={step.price}
            problem={problems[place]?.price ?? null}
            onChange={(price) => put(place, { price })}
          />
          {steps.length > 1 && (
            <button
              type="button"
              className="btn quiet"
              aria-label={say('stepPrice.takeOff', { n: place + 1 })}
              onClick={() => onChange(steps.filter((_, at) => at !== place))}
            >
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      {steps.length < most && (
        <button type="button" className="btn" onClick={() => onChange([...steps, { buyers: '', price: '' }])}>
          <Plus size={16} aria-hidden="true" />
          {say('stepPrice.addStep')}
        </button>
      )}
    </fieldset>
  )
}

interface TypedProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly problem: WordKey | null
  readonly onChange: (value: string) => void
}

function Typed({ id, label, value, problem, onChange }: TypedProps) {
  const { say } = useWords()
  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{label}</span>
      <input
        data-testid={id}
        inputMode="decimal"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-note`}>{problem && say(problem)}</small>
    </label>
  )
}
