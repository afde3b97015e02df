// When something was, as short as it can be said: today by the minute, before that by the day.
import type { Locale } from '@lantern/shared/contract/things.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useWords } from '../../../words.ts'

const CLOCK = { now: () => Date.now() }

export function useWhen(): (at: number) => string {
  const { locale } = useWords()
  const now = useNow(CLOCK, 60_000)
  return (at) => formatWhen(at, locale, now)
}

function formatWhen(at: number, locale: Locale, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  const how = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ weekday: 'short', month: 'short', day: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, how).format(at)
}
