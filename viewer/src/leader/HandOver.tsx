// Handing over: the buyer's code is scanned or typed, its parcel is shown, and one tap hands it over.
import { MOST_TRIES } from '@lantern/shared/contract/boundPage.ts'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Found } from './Found.tsx'
import { Keys } from './Keys.tsx'
import type { ShowProps } from './showProps.ts'
import { countDone } from './Orders.tsx'
import { findByCode, isToken, type Parcel } from './parcels.ts'
import { Scanner } from './Scanner.tsx'
import { useSaid } from './words.ts'

const DIGITS = 6
const MINUTE_MS = 60_000

interface HandOverProps extends ShowProps {
  readonly parcels: readonly Parcel[]
  readonly by: 'scan' | 'digits'
  readonly onBack: () => void
}

interface Shown {
  readonly code: string
  readonly found: readonly Parcel[]
}

export function HandOver({ parcels, by, onBack, ...props }: HandOverProps) {
  const { t } = useSaid()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Shown | null>(null)
  const tries = useTries()
  const look = (code: string) => {
    if (tries.waitMs() > 0) return
    const found = findByCode(parcels, code)
    if (found.length === 0) tries.note()
    setShown({ code, found })
  }
  /** What is none of ours is nobody's try at a buyer's code. */
  const scanned = (code: string) => (isToken(code) ? look(code) : setShown({ code, found: [] }))
  const hasFound = shown !== null && shown.found.length > 0
  const type = (digits: string) => {
    setTyped(digits)
    if (digits.length === DIGITS) look(digits)
    else setShown(null)
  }
  const again = () => {
    setShown(null)
    setTyped('')
  }

  return (
    <div className="leader lead-hand" data-testid="hand-over">
      <main>
        <header className="lead-bar">
          <button className="lead-icon" aria-label={t('back')} onClick={onBack}>
            <ArrowLeft size={22} aria-hidden="true" />
          </button>
          <h1>{t('handOver')}</h1>
          <span className="bound-sub">{t('done', { n: countDone(parcels), all: parcels.length })}</span>
        </header>
        {by === 'scan' && !hasFound && <Scanner onCode={scanned} />}
        {by === 'scan' && <p className="bound-sub bound-center">{t('typeThem')}</p>}
        <Six typed={typed} />
        <Says shown={shown} waitMs={tries.waitMs()} />
      </main>
      <Keys typed={typed} most={DIGITS} onType={type} />
      {hasFound && <Found {...props} shown={shown} onDone={again} />}
    </div>
  )
}

function Six({ typed }: { readonly typed: string }) {
  return (
    <div className="lead-six" aria-hidden="true">
      {Array.from({ length: DIGITS }, (_, nth) => (
        <i key={nth} data-now={nth === typed.length}>
          {typed[nth]}
        </i>
      ))}
    </div>
  )
}

function Says({ shown, waitMs }: { readonly shown: Shown | null; readonly waitMs: number }) {
  const { t } = useSaid()
  const isUnknown = shown !== null && shown.found.length === 0
  const words = waitMs > 0 ? t('tooMany', { n: Math.ceil(waitMs / 1000) }) : isUnknown ? t('unknownCode') : ''
  return (
    <p className="bound-center lead-says" role="alert" data-testid="says">
      {words}
    </p>
  )
}

/** Wrong codes of the last minute: with or without a line nobody tries through them. */
function useTries() {
  const [wrong, setWrong] = useState<readonly number[]>(readTries)
  const recent = () => wrong.filter((at) => at > Date.now() - MINUTE_MS)
  return {
    note() {
      const all = [...recent(), Date.now()]
      setWrong(all)
      localStorage.setItem(TRIES, all.join(' '))
    },
    waitMs() {
      const [first] = recent().slice(-MOST_TRIES)
      return first === undefined || recent().length < MOST_TRIES ? 0 : first + MINUTE_MS - Date.now()
    },
  }
}

const TRIES = 'lantern.leader.tries'
const readTries = () => (localStorage.getItem(TRIES) ?? '').split(' ').flatMap((at) => (at === '' ? [] : [Number(at)]))
