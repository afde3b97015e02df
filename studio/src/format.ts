// Times as the studio shows them; the rest is shared with the viewer.
import { hoursIn } from '@lantern/shared/contract/hours.ts'

/** Time on air, `00:42:10`. */
export function formatOnAir(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

export function formatTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...hoursIn(locale) }).format(at)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
