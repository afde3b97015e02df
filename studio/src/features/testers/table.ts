// The list of testers as a table for other programs: no cell of it is taken for a formula.
import type { TesterPlace } from '@lantern/shared/features/testers/contract.ts'

/** What programs read as a formula, also after blanks. A plus before a number is one of a telephone. */
const FORMULA = /^\s*(?:[=@\t\r-]|\+(?![\d ()./-]+$))/

/** RFC 4180, with a mark by which spreadsheets know that it is UTF-8. */
export function tableOf(heads: readonly string[], list: readonly TesterPlace[]): string {
  const rows = list.map(({ no, name, contact }) => [String(no), name ?? '', contact ?? ''])
  return `\ufeff${[heads, ...rows].map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`
}

function toCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Each once. */
export function addressesIn(list: readonly TesterPlace[]): readonly string[] {
  const all = list.flatMap(({ contact }) => (contact === null ? [] : [contact.trim()]))
  return [...new Set(all.filter((one) => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(one)))]
}
