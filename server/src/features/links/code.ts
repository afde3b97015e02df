// Codes of links: seven characters of chance and five that only this shop can write behind them.
import { createHmac, randomInt } from 'node:crypto'
import { LinkCode } from '@lantern/shared/features/links/contract.ts'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** 41 bits: of ten thousand links two are alike once in forty thousand shops, and the database refuses the second. */
const CHANCE = 7
/** 30 bits: whoever guesses is right once in nine hundred million tries, and then finds no such link in all likelihood. */
const SIGNED = 5

function signatureOf(key: string, chance: string): string {
  const bytes = createHmac('sha256', key).update(`link ${chance}`).digest()
  return Array.from({ length: SIGNED }, (_, nth) => SIGNS[bytes.readUInt16BE(nth * 2) % SIGNS.length]).join('')
}

export function makeCode(key: string): LinkCode {
  const chance = Array.from({ length: CHANCE }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return LinkCode.parse(chance + signatureOf(key, chance))
}

/** Null: nothing that this shop has signed. Costs microseconds, so that made-up codes never reach the database. */
export function readCode(key: string, text: string): LinkCode | null {
  const code = LinkCode.safeParse(text)
  if (!code.success) return null
  return signatureOf(key, text.slice(0, CHANCE)) === text.slice(CHANCE) ? code.data : null
}
