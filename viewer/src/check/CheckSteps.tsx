// What the calculation in the reader's browser found: a tick or a cross for each step, and what it comes to.
import type { CheckWords } from '@lantern/shared/ui/words/check.en.ts'
import { Check, X } from 'lucide-react'
import type { Step } from './checkProof.ts'
import { useSaid } from './words.ts'

export function CheckSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ul aria-live="polite" data-testid="check-steps">
      {steps.map((step) => (
        <StepLine key={step.name} step={step} />
      ))}
    </ul>
  )
}

/** Of those that count, the word for one or for several. */
function wordOf({ name, n }: Step): keyof CheckWords {
  if (name === 'chain' || name === 'amounts') return n === 1 ? `step.${name}_one` : `step.${name}_other`
  return `step.${name}`
}

function StepLine({ step }: { readonly step: Step }) {
  const { t, count } = useSaid()
  const { name, isRight, n } = step
  return (
    <li data-right={isRight} data-step={name}>
      {isRight ? (
        <Check size={18} strokeWidth={3} aria-hidden="true" />
      ) : (
        <X size={18} strokeWidth={3} aria-hidden="true" />
      )}
      <span>{t(wordOf(step), { n: name === 'random' ? n : count(n) })}</span>
    </li>
  )
}

interface VerdictProps {
  readonly steps: readonly Step[]
  readonly good: keyof CheckWords
  readonly wrong: keyof CheckWords
}

export function Verdict({ steps, good, wrong }: VerdictProps) {
  const { t } = useSaid()
  const isGood = steps.length > 0 && steps.every(({ isRight }) => isRight)
  return (
    <p className="check-verdict" role="status" data-good={isGood} data-testid="check-verdict">
      {t(isGood ? good : wrong)}
    </p>
  )
}
