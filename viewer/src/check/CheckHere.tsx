// Computes the draw again in the reader's browser, a tick for each step that fits.
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { checkProof, type Step } from './checkProof.ts'
import type { Proof } from './proof.ts'
import { useSaid } from './words.ts'

export function CheckHere({ proof }: { readonly proof: Proof }) {
  const { t } = useSaid()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  if (proof.seal.seed === null || proof.drawn === null) return null

  async function check() {
    setState('busy')
    setSteps([])
    for await (const step of checkProof(proof)) setSteps((before) => [...before, step])
    setState('done')
  }
  return (
    <section className="check-here">
      <h2>{t('checkHere')}</h2>
      <p className="check-quiet">{t('checkHereNote')}</p>
      <button
        className="check-act main"
        disabled={state === 'busy'}
        onClick={() => void check()}
        data-testid="check-now"
      >
        {t(state === 'busy' ? 'checking' : 'checkNow')}
      </button>
      <ul aria-live="polite" data-testid="check-steps">
        {steps.map((step) => (
          <StepLine key={step.name} step={step} />
        ))}
      </ul>
      {state === 'done' && <Verdict steps={steps} hasRound={proof.seal.round !== null} />}
    </section>
  )
}

function StepLine({ step: { name, isRight, n } }: { readonly step: Step }) {
  const { t, count } = useSaid()
  const key = name === 'chain' ? (n === 1 ? 'step.chain_one' : 'step.chain_other') : (`step.${name}` as const)
  return (
    <li data-right={isRight} data-step={name}>
      {isRight ? (
        <Check size={18} strokeWidth={3} aria-hidden="true" />
      ) : (
        <X size={18} strokeWidth={3} aria-hidden="true" />
      )}
      <span>{t(key, { n: name === 'random' ? n : count(n) })}</span>
    </li>
  )
}

function Verdict({ steps, hasRound }: { readonly steps: readonly Step[]; readonly hasRound: boolean }) {
  const { t } = useSaid()
  const isGood = steps.length > 0 && steps.every(({ isRight }) => isRight)
  return (
    <p className="check-verdict" role="status" data-good={isGood} data-testid="check-verdict">
      {t(isGood ? (hasRound ? 'allGood' : 'goodWithoutRound') : 'notGood')}
    </p>
  )
}
