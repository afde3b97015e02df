// The round trip of a shop that is being connected: six steps, each with how it stands and what to do.
import type { ConnectionFieldName, TripStepId } from '@lantern/shared/contract/connections.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../../words.ts'
import { asks, toDoOf } from './trip.ts'
import { TripStep } from './TripStep.tsx'
import type { StepView } from './view.ts'

interface RoundTripProps {
  readonly steps: readonly StepView[]
  /** The step with the next act. */
  readonly mainStep: TripStepId | null
  readonly isBusy: boolean
  readonly onChoose: (field: ConnectionFieldName, id: string) => void
  /** Under the last step. */
  readonly children: ReactNode
}

export function RoundTrip({ steps, mainStep, isBusy, onChoose, children }: RoundTripProps) {
  const { say } = useWords()
  const left = toDoOf(steps)
  const isBegun = steps.some(({ state }) => state !== 'untried')
  return (
    <section
      className="shop-card trip"
      data-testid="round-trip"
      data-begun={isBegun}
      aria-busy={isBusy}
      aria-labelledby="trip-title"
    >
      <header className="shop-card-head">
        <h2 id="trip-title" className="shop-eyebrow">
          {say('trip.title')}
        </h2>
        <small className="wide-only">{say('trip.nobody')}</small>
        <b className={isBusy ? 'shop-end' : 'shop-end warn'} role="status" data-testid="trip-left">
          {isBusy ? say('trip.running') : left > 0 && say('connect.toDo', { count: left })}
        </b>
      </header>
      <div className="trip-bar" aria-hidden="true">
        {steps.map((step) => (
          <i key={step.id} data-state={asks(step) ? 'asks' : step.state} />
        ))}
      </div>
      <ol>
        {steps.map((step) => (
          <TripStep key={step.id} step={step} isMain={mainStep === step.id} isBusy={isBusy} onChoose={onChoose} />
        ))}
      </ol>
      {children}
    </section>
  )
}
