// The bounds of a part of a page: when it fails, it alone says so and can be shown again; all around it goes on.
import { RotateCcw } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useWords } from '../words.ts'
import { ReporterContext } from './ReporterContext.ts'

interface PanelProps {
  /** As the server's log names it. */
  readonly name: string
  /** Of the part itself: what says that it failed takes its place. */
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ name, className = '', children }: PanelProps) {
  const reporter = useContext(ReporterContext)

  return (
    <ErrorBoundary
      fallbackRender={({ resetErrorBoundary }) => (
        <Failed name={name} className={className} onAgain={resetErrorBoundary} />
      )}
      onError={(error, { componentStack }) => reporter.report({ panel: name, error, components: componentStack ?? '' })}
    >
      {children}
    </ErrorBoundary>
  )
}

interface FailedProps {
  readonly name: string
  readonly className: string
  readonly onAgain: () => void
}

function Failed({ name, className, onAgain }: FailedProps) {
  const { say } = useWords()

  return (
    <section className={`${className} failed-panel`} role="alert" data-testid={`failed-${name}`}>
      <p>{say('panel.failed')}</p>
      <button className="btn" onClick={onAgain}>
        <RotateCcw size={16} aria-hidden="true" />
        {say('panel.again')}
      </button>
    </section>
  )
}
