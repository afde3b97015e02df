// When a month begins and ends where somebody lives.

const HOUR_MS = 3_600_000

export interface Span {
  readonly from: number
  /** Without it. */
  readonly to: number
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** `month`: `2026-11`; of a zone that there is. */
export function spanOfMonth(month: string, zone: string): Span {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return { from: midnightOf(Date.UTC(year, nth - 1), zone), to: midnightOf(Date.UTC(year, nth), zone) }
}

/** `2026-11`, as the calendar says there. */
export function monthOf(at: number, zone: string): string {
  return new Date(wallOf(at, zone)).toISOString().slice(0, 7)
}

/** What clocks there show, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', ...numbers, second: 'numeric' })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1]
  return Date.UTC(year, month - 1, day, parts.get('hour'), parts.get('minute'), parts.get('second'))
}

/** Where clocks skip midnight, as soon as the day is there. */
function midnightOf(wall: number, zone: string): number {
  const offsets = [-24, 24].map((hours) => wallOf(wall + hours * HOUR_MS, zone) - (wall + hours * HOUR_MS))
  const candidates = offsets.map((offset) => wall - offset).sort((a, b) => a - b)
  return candidates.find((at) => wallOf(at, zone) >= wall) ?? wall
}
