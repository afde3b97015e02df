// What a play asks of whoever takes part, each with how far the viewer is.
import type { Product } from '@lantern/shared/contract/things.ts'
import { Check } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useWords, type WordsInUse } from '../useWords.ts'
import './conditions.css'
import type { Step } from './useProgress.ts'

const MINUTE_MS = 60_000

interface ConditionsProps {
  readonly steps: readonly Step[]
  readonly products: readonly Product[]
}

export function Conditions({ steps, products }: ConditionsProps) {
  const words = useWords()
  const { t } = words
  return (
    <ul className="conditions" aria-label={t('play.takes')} data-testid="conditions">
      {steps.map((step) => (
        <li key={step.condition.is} data-met={step.isMet} data-testid={`condition-${step.condition.is}`}>
          <i style={partOf(step)} aria-hidden="true">
            {step.isMet && <Check size={12} strokeWidth={3.2} />}
          </i>
          <span>{textOf(step, products, words)}</span>
          <span className="sr-only">{t(step.isMet ? 'play.isMet' : 'play.isMissing')}</span>
        </li>
      ))}
    </ul>
  )
}

function partOf({ progress: { have, need } }: Step): CSSProperties {
  return { '--part': `${(100 * have) / need}%` } as CSSProperties
}

function textOf(step: Step, products: readonly Product[], words: WordsInUse): string {
  const { condition, isMet } = step
  if (condition.is === 'watched') return watchedText(condition.minutes, step, words)
  if (condition.is === 'wrote') return wroteText(condition.word, isMet, words)
  if (condition.is === 'came') return words.t(isMet ? 'play.came' : 'play.come')
  if (condition.is === 'notWon') return words.t(isMet ? 'play.notWon' : 'play.hasWon')
  return boughtText(products.find(({ id }) => id === condition.productId) ?? null, isMet, words)
}

function watchedText(minutes: number, { progress: { have }, isMet }: Step, { t, count }: WordsInUse): string {
  const need = count(minutes)
  return isMet ? t('play.watched', { need }) : t('play.watch', { need, have: count(Math.floor(have / MINUTE_MS)) })
}

function wroteText(word: string | null, isMet: boolean, { t }: WordsInUse): string {
  if (word === null) return t(isMet ? 'play.wroteAny' : 'play.writeAny')
  return t(isMet ? 'play.wrote' : 'play.write', { word })
}

function boughtText(product: Product | null, isMet: boolean, { t, text }: WordsInUse): string {
  if (product === null) return t(isMet ? 'play.boughtAny' : 'play.buyAny')
  return t(isMet ? 'play.bought' : 'play.buy', { what: text(product.title) })
}
