// What is entered at the shop by hand, one line each: secrets masked, whole in what is copied.
import { useWords } from '../../../words.ts'
import { CopyButton } from './CopyButton.tsx'
import type { RowView } from './view.ts'

export function StepRows({ rows }: { readonly rows: readonly RowView[] }) {
  const { say } = useWords()
  return (
    <dl className="trip-rows" aria-label={say('trip.enter')} data-testid="step-rows">
      {rows.map(({ name, label, shown, text }) => (
        <div key={name} data-row={name}>
          <dt>{label}</dt>
          <dd>
            <code title={shown}>{shown}</code>
            <CopyButton label={say('hooks.copy')} of={label} text={text} file={`${name}.txt`} isMain={false} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
