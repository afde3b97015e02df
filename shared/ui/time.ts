// Times and lengths of time as a reader sees them.
import { hoursIn } from '../contract/hours.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Time left, rounded up so that 0 means over: 161000 -> 02:41, 3 h -> 3:00:00. Never negative. */
export function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}

/** The same without a leading zero, for a line of text: 9:41. */
export function formatLeftShort(ms: number): string {
  return formatLeft(ms).replace(/^0(?=\d:)/, '')
}

/** ISO 8601 duration for the `dateTime` of a <time>: PT161S. */
export function isoDuration(ms: number): string {
  return `PT${Math.max(0, Math.ceil(ms / 1000))}S`
}

/** Day and time in the reader's zone: Sun 22 Nov, 20:00. */
export function formatMoment(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...hoursIn(locale),
  }).format(at)
}
