// What a topic says of itself in words, and what is the viewer's own in it.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import type { WordsInUse } from '../../useWords.ts'

interface Asked {
  readonly one: Topic
  /** Those of the shopper's page, and of the overlay. */
  readonly words: Pick<WordsInUse, 't' | 'count'>
}

/** Empty while it has only been announced. */
export function answersOf({ one: { state, entries }, words: { t, count } }: Asked): string {
  if (state === 'announced') return ''
  if (entries === 0) return isOver(state) ? '' : t('topic.none')
  return t(entries === 1 ? 'topic.oneAnswer' : 'topic.answers', { n: count(entries) })
}

/** Null: they have not answered. */
export function ownTextOf(entry: OwnEntry | null): string | null {
  const given: unknown = entry?.entry
  if (typeof given !== 'object' || given === null || !('text' in given)) return null
  return typeof given.text === 'string' ? given.text : null
}

export function initialOf(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '?'
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** In characters as a reader counts them, as the server does. */
export function lengthOf(text: string): number {
  return [...graphemes.segment(text.trim())].length
}
