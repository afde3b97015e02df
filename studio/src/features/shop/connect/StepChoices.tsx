// What a step has to be told by the owner, such as which place ships live orders.
import type { ChoiceView } from './view.ts'

interface StepChoicesProps {
  readonly label: string
  readonly choices: readonly ChoiceView[]
  readonly isBusy: boolean
  readonly onChoose: (id: string) => void
}

export function StepChoices({ label, choices, isBusy, onChoose }: StepChoicesProps) {
  return (
    <div className="trip-choices" role="group" aria-label={label}>
      {choices.map(({ id, name, said, isChosen }) => (
        <button
          key={id}
          data-testid={`choice-${id}`}
          aria-pressed={isChosen}
          disabled={isBusy}
          onClick={() => onChoose(id)}
        >
          <span className="trip-choice-mark" aria-hidden="true" />
          <b>{name}</b>
          <small>{said}</small>
        </button>
      ))}
    </div>
  )
}
