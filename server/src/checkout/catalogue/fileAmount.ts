// Amounts as people and spreadsheets write them: 1,234.50 and 1.234,50 and 18,00; what can be read in two ways is not read.
import { readAmount } from '../money.ts'

const GROUPED = /^-?\d{1,3}([ .,'’\u00a0\u202f])\d{3}(?:\1\d{3})*(?:([.,])\d{1,3})?$/

/** `places`: of the currency. Null: not an amount, or one that may be two. */
export function readFileAmount(text: string, places: number): number | null {
  const plain = readAmount(text, places)
  if (plain !== null) return plain
  const comma = /^(-?\d{1,12}),(\d{1,10})$/.exec(text)
  // 1,800 may be a thousand and eight hundred, or one and eight tenths; without minor units it is the first alone.
  if (comma !== null && comma[2]?.length !== 3) return readAmount(`${comma[1]}.${comma[2]}`, places)
  return readGrouped(text, places)
}

function readGrouped(text: string, places: number): number | null {
  const found = GROUPED.exec(text)
  if (found === null) return null
  const [, group = '', point] = found
  const groups = text.split(group).length - 1
  const isSure = point !== undefined ? point !== group : groups > 1 || !/[.,]/.test(group) || places === 0
  if (!isSure) return null
  const whole = text.replaceAll(group, '')
  return readAmount(point === undefined ? whole : whole.replace(point, '.'), places)
}
