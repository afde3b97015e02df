// One step of the round trip: its mark, one sentence, and what helps with it inside.
import type { ConnectionFieldName } from '@lantern/shared/contract/connections.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { Check, CircleDashed, ExternalLink, Hourglass, type LucideIcon, Minus, TriangleAlert } from 'lucide-react'
import { useWords } from '../../../words.ts'
import { StepChoices } from './StepChoices.tsx'
import { StepFile } from './StepFile.tsx'
import { StepRows } from './StepRows.tsx'
import { asks } from './trip.ts'
import type { StepState, StepView } from './view.ts'

const MARKS: Readonly<Record<StepState, LucideIcon>> = {
  passed: Check,
  waiting: Hourglass,
  to_do: TriangleAlert,
  failed: TriangleAlert,
  untried: CircleDashed,
  cannot: Minus,
}

interface TripStepProps {
  readonly step: StepView
  /** Its first act is the page's next one. */
  readonly isMain: boolean
  readonly isBusy: boolean
  readonly onChoose: (field: ConnectionFieldName, id: string) => void
}

export function TripStep({ step, isMain, isBusy, onChoose }: TripStepProps) {
  const { say } = useWords()
  const { id, state, said, figure, note, since, choices } = step
  const Mark = MARKS[state]
  return (
    <li className="trip-step" data-testid={`step-${id}`} data-state={state} data-asks={asks(step)}>
      <span className="trip-ball">
        <Mark size={14} aria-hidden="true" />
        <span className="sr-only">{say(`trip.state.${state}`)}</span>
      </span>
      <div className="trip-text">
        <b>{say(`trip.${id}`)}</b>
        {said !== '' && <p>{said}</p>}
      </div>
      <span className="trip-end">
        {since !== null && <Waiting since={since} />}
        {figure !== '' && <b>{figure}</b>}
        {note}
      </span>
      {asks(step) && <Helps step={step} isMain={isMain} />}
      {choices && (
        <StepChoices
          label={said}
          choices={choices.choices}
          isBusy={isBusy}
          onChoose={(choice) => onChoose(choices.field, choice)}
        />
      )}
    </li>
  )
}

/** What goes into the shop, and then the checkout of the test hold. */
function Helps({ step: { files, rows, link }, isMain }: { readonly step: StepView; readonly isMain: boolean }) {
  const { say } = useWords()
  return (
    <>
      {files.map((file, i) => (
        <StepFile key={file.path} file={file} isMain={isMain && i === 0} />
      ))}
      {rows.length > 0 && <StepRows rows={rows} />}
      {link !== null && (
        <a
          className={isMain && files.length === 0 ? 'btn main trip-link' : 'btn trip-link'}
          href={link}
          target="_blank"
          rel="noreferrer"
          data-testid="test-checkout"
        >
          <ExternalLink size={14} aria-hidden="true" />
          {say('trip.payTest')}
        </a>
      )}
    </>
  )
}

const CLOCK = { now: () => Date.now() }

function Waiting({ since }: { readonly since: number }) {
  const { say } = useWords()
  const now = useNow(CLOCK, 1000)
  return <time>{say('trip.waitingFor', { time: formatLeftShort(Math.max(0, now - since)) })}</time>
}
