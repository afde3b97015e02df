// The page before the studio: the sign, one form, the language.
import { useEffect, useState, type HTMLInputAutoCompleteAttribute, type ReactNode } from 'react'
import { RefusalError } from '../api.ts'
import { useRefusalWords } from '../refusalWords.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Lantern } from './Lantern.tsx'

export function Door(props: { readonly title: string; readonly lead: string; readonly children: ReactNode }) {
  return (
    <main className="doorway">
      <section className="door">
        <Lantern size={52} />
        <h1>{props.title}</h1>
        <p className="quiet">{props.lead}</p>
        {props.children}
      </section>
      <LanguageChoice />
    </main>
  )
}

interface FieldProps {
  readonly label: string
  readonly testId: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complete: HTMLInputAutoCompleteAttribute
  readonly type?: 'text' | 'password'
}

export function Field({ label, testId, value, onChange, complete, type = 'text' }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        data-testid={testId}
        type={type}
        value={value}
        autoComplete={complete}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={type === 'password' ? 200 : 100}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** Why it did not work; counts down the seconds of a rate limit. */
export function Problem({ error }: { readonly error: Error | null }) {
  const refusalText = useRefusalWords()
  const waitMs = useWait(error)
  if (!error) return null
  if (!(error instanceof RefusalError)) return <p className="problem">{refusalText('INTERNAL')}</p>
  if (error.code === 'TOO_MANY' && error.retryAfterMs > 0 && waitMs === 0) return null

  return (
    <p className="problem" role="alert" data-testid="problem">
      {refusalText(error.code, { retryAfterMs: waitMs })}
    </p>
  )
}

function useWait(error: Error | null): number {
  const [passed, setPassed] = useState({ error, ms: 0 })
  useEffect(() => {
    const from = Date.now()
    const timer = setInterval(() => setPassed({ error, ms: Date.now() - from }), 500)
    return () => clearInterval(timer)
  }, [error])

  const total = error instanceof RefusalError ? error.retryAfterMs : 0
  return Math.max(0, total - (passed.error === error ? passed.ms : 0))
}
