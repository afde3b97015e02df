// What stands under the button of a play that cannot be entered yet: that they have won already, how soon it can, or that something is missing.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import type { WordsInUse } from '../useWords.ts'
import type { Step } from './useProgress.ts'

interface Missing {
  readonly one: ActivityLife
  readonly steps: readonly Step[] | null
  readonly words: Pick<WordsInUse, 't'>
}

/** What nothing mends comes first; the time where only time is missing. */
export function missingIn({ one, steps, words: { t } }: Missing): string {
  if (one.state === 'announced') return t('play.opensSoon')
  const missing = (steps ?? []).filter(({ isMet }) => !isMet)
  if (missing.some(({ condition }) => condition.is === 'notWon')) return t('play.wonAlready')
  const isTime = missing.length > 0 && missing.every(({ condition }) => condition.is === 'watched')
  if (!isTime) return t('play.notYet')
  const left = Math.max(...missing.map(({ progress: { have, need } }) => need - have))
  return t('play.inTime', { time: formatLeftShort(left) })
}
