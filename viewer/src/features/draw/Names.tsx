// The names of whose prize it is: a pill each, as many as there is room for.
import type { DrawWinner } from '@lantern/shared/features/draw/contract.ts'
import type { CSSProperties } from 'react'
import type { WordsInUse } from '../../useWords.ts'
import { nameOf } from './note.ts'

/** Two rows of three. */
const MOST_PILLS = 6

interface NamesProps {
  readonly winners: readonly DrawWinner[]
  readonly words: WordsInUse
  /** They have been drawn before the viewer's eyes. */
  readonly isNews: boolean
}

export function Names({ winners, words, isNews }: NamesProps) {
  const { t, count } = words
  const most = winners.length > MOST_PILLS ? MOST_PILLS - 1 : MOST_PILLS
  const rest = winners.length - most
  return (
    <ul className="draw-names" data-news={isNews} data-testid="draw-names">
      {winners.slice(0, most).map((winner, nth) => {
        const name = nameOf(winner, words)
        return (
          <li key={winner.entryId} style={{ '--nth': nth } as CSSProperties} title={name}>
            <i aria-hidden="true">{initialOf(name)}</i>
            <span>{name}</span>
          </li>
        )
      })}
      {rest > 0 && (
        <li style={{ '--nth': most } as CSSProperties} className="draw-more">
          <span>{t('draw.andMore', { n: count(rest) })}</span>
        </li>
      )}
    </ul>
  )
}

export function initialOf(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '?'
}
