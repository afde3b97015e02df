// What of an order's money belongs to each hold that is in it: in whole minor units, which come to exactly the money.
import { spread } from './adjusting.ts'

/**
 * In proportion to the parts, by largest remainder, also of more than all of them together. Where none of the parts is worth
 * anything the first one has it all.
 */
export function sharesOf(sum: number, parts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const whole = [...parts.values()].reduce((all, part) => all + part, 0)
  if (whole === 0) return new Map([...parts.keys()].map((name, index) => [name, index === 0 ? sum : 0]))
  const times = Math.floor(sum / whole)
  const rest = spread(sum - times * whole, parts)
  return new Map([...parts].map(([name, part]) => [name, times * part + (rest.get(name) ?? 0)]))
}

export interface BackOfShares {
  /** What each of them has of it. */
  readonly parts: ReadonlyMap<string, number>
  /** What is known to have gone back for one of them. */
  readonly named: ReadonlyMap<string, number>
  /** What went back besides. */
  readonly unnamedMinor: number
}

/** What has gone back for each: its own, and of the rest a share of what is still there of it. */
export function backOfShares({ parts, named, unnamedMinor }: BackOfShares): ReadonlyMap<string, number> {
  const left = new Map([...parts].map(([name, part]) => [name, Math.max(0, part - (named.get(name) ?? 0))]))
  const rest = spread(unnamedMinor, left)
  return new Map([...parts.keys()].map((name) => [name, (named.get(name) ?? 0) + (rest.get(name) ?? 0)]))
}
