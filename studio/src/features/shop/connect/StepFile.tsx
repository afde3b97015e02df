// A file that goes into the shop: shown with its secrets masked, whole in what is copied.
import { FileCode } from 'lucide-react'
import { useWords } from '../../../words.ts'
import { CopyButton } from './CopyButton.tsx'
import type { FileView } from './view.ts'

export function StepFile({
  file: { path, lines, shown, text },
  isMain,
}: {
  readonly file: FileView
  readonly isMain: boolean
}) {
  const { say } = useWords()
  return (
    <div className="trip-file" data-testid="step-file">
      <div className="trip-file-head">
        <FileCode size={15} aria-hidden="true" />
        <code title={path}>
          <bdi>{path}</bdi>
        </code>
        <small className="wide-only">{say('trip.lines', { count: lines })}</small>
        <CopyButton label={say('trip.copy')} text={text} file={path} isMain={isMain} />
      </div>
      <pre tabIndex={0} aria-label={path}>
        {shown}
      </pre>
    </div>
  )
}
