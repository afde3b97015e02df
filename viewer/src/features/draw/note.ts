// What a draw says of itself in words: how many are in, when it was drawn, who has won.
import { hoursIn } from '@lantern/shared/contract/hours.ts'
import type { OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { Draw, DrawWinner } from '@lantern/shared/features/draw/contract.ts'
import { ownIn, stageOf, standingIn } from '@lantern/shared/features/draw/look.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import type { WordsInUse } from '../../useWords.ts'

/** Those of the shopper's page, and of the overlay. */
export type NoteWords = Pick<WordsInUse, 't' | 'count' | 'locale'>

export interface Noted {
  readonly one: Draw
  readonly words: NoteWords
  readonly entry: OwnEntry | null
}

export function noteOf({ one, words: { t, count } }: Pick<Noted, 'one' | 'words'>): string {
  const n = count(one.entries)
  const stage = stageOf(one)
  if (stage === 'soon') return ''
  if (stage === 'open') {
    if (one.entries === 0) return t('draw.nobodyIn')
    return t(one.entries === 1 ? 'draw.oneIn' : 'draw.manyIn', { n })
  }
  if (one.entries === 0) return ''
  return t(one.entries === 1 ? 'draw.oneWasIn' : 'draw.manyWereIn', { n })
}

/** For a draw that is only a line: what matters most to whoever folded it. */
export function foldedOf(shown: Noted): string {
  const { one, words, entry } = shown
  const own = ownIn(one, entry)
  if (own?.state === 'won') return words.t('draw.youWon')
  const stage = stageOf(one)
  if (stage === 'open' && entry !== null) return `${words.t('draw.youAreIn')} · ${noteOf(shown)}`
  return stage === 'soon' ? one.title : noteOf(shown)
}

export function nameOf({ name }: DrawWinner, { t }: Pick<NoteWords, 't'>): string {
  return name ?? t('draw.someone')
}

export function winsOf({ winners, worth }: Draw, { t, count }: Pick<NoteWords, 't' | 'count'>): string {
  const n = count(winners)
  if (worth === null) return t(winners === 1 ? 'draw.oneWins' : 'draw.manyWin', { n })
  return t(winners === 1 ? 'draw.oneWinsWorth' : 'draw.manyWinWorth', { n, price: worth })
}

/** More names than these are nothing that one listens to. */
const MOST_SAID = 6

/** Heard once it is drawn; null: it is not, yet. */
export function outcomeOf({ one, words, entry }: Noted): string | null {
  const { t, count, locale } = words
  const own = ownIn(one, entry)
  if (own?.state === 'won') return t('draw.sayWon', { prize: one.title, time: formatMoment(own.until, locale) })
  const stage = stageOf(one)
  if (stage === 'nobody') return t('draw.nobody')
  if (stage !== 'drawn') return null
  const names = standingIn(one).map((winner) => nameOf(winner, words))
  const rest = names.length - MOST_SAID
  const said = [...names.slice(0, MOST_SAID), ...(rest > 0 ? [t('draw.andMore', { n: count(rest) })] : [])]
  return t('draw.sayDrawn', { prize: one.title, names: said.join(t('comma')) })
}

export function clockOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...hoursIn(locale) }).format(at)
}

/** In place of the time that is left; null: it goes on. */
export function endedOf({ one, words: { t, locale } }: Pick<Noted, 'one' | 'words'>): string | null {
  const stage = stageOf(one)
  if (stage === 'soon' || stage === 'open') return null
  if (stage === 'cancelled') return t('draw.cancelled')
  if (stage !== 'drawn' || one.closedAt === null) return t('draw.closed')
  return t('draw.drawnAt', { time: clockOf(one.closedAt, locale) })
}
