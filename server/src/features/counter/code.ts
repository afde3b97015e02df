// Codes for the counter: eight signs of chance and four that only this shop can write behind them.
import { createHmac, randomInt } from 'node:crypto'
import { CODE_LENGTH, COUNTER_SIGNS, CounterCode } from '@lantern/shared/contract/counter.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'

const CHANCE = 8

function signatureOf(key: string, chance: string): string {
  const bytes = createHmac('sha256', key).update(`counter ${chance}`).digest()
  const sign = (nth: number) => COUNTER_SIGNS[bytes.readUInt16BE(nth * 2) % COUNTER_SIGNS.length]
  return Array.from({ length: CODE_LENGTH - CHANCE }, (_, nth) => sign(nth)).join('')
}

export function makeCode(key: string): string {
  const sign = () => COUNTER_SIGNS[randomInt(COUNTER_SIGNS.length)]
  const chance = Array.from({ length: CHANCE }, sign).join('')
  return chance + signatureOf(key, chance)
}

/** As people type: in either case, with dashes and spaces. Made-up codes never reach the database. */
export function readCode(key: string, typed: string): Outcome<string, 'COUNTER_CODE_FOREIGN' | 'COUNTER_CODE_FORGED'> {
  const code = CounterCode.safeParse(typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, ''))
  if (!code.success) return refuse('COUNTER_CODE_FOREIGN')
  const isOurs = signatureOf(key, code.data.slice(0, CHANCE)) === code.data.slice(CHANCE)
  return isOurs ? grant(code.data) : refuse('COUNTER_CODE_FORGED')
}
