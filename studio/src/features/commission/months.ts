// The months that statements and boards are of, by the calendar of whoever looks.

const MOST = 24

/** The latest first: `2026-11`. */
export function lastMonths(now: Date): string[] {
  return Array.from({ length: MOST }, (_, nth) => {
    const month = new Date(now.getFullYear(), now.getMonth() - nth)
    return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`
  })
}

export function formatMonth(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}

/** In which months begin at midnight. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
