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
