// Computes the draw again in the reader's browser, a tick for each step that fits.
import { useState } from 'react'
import { CheckSteps, Verdict } from './CheckSteps.tsx'
import { checkProof, type Step } from './checkProof.ts'
import type { Proof } from './proof.ts'
import { useSaid } from './words.ts'

export function CheckHere({ proof }: { readonly proof: Proof }) {
  const { t } = useSaid()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [state, setState] = useState<'idle' | 'busy' | 'done' | 'unable'>('idle')
  if (proof.seal.seed === null || proof.drawn === null) return null

  async function check() {
    setState('busy')
    setSteps([])
    try {
      for await (const step of checkProof(proof)) setSteps((before) => [...before, step])
      setState('done')
    } catch {
      // By plain http a browser has nothing to compute hashes with.
      setState('unable')
    }
  }
  const good = proof.seal.round === null ? 'goodWithoutRound' : 'allGood'
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
      <CheckSteps steps={steps} />
      {state === 'unable' && <p role="alert">{t('checkUnable')}</p>}
      {state === 'done' && <Verdict steps={steps} good={good} wrong="notGood" />}
    </section>
  )
}
