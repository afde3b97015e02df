// Codes of links: signed, so that nobody makes one up, and of signs that no messenger cuts off.
import { expect, test } from 'vitest'
import { makeCode, readCode } from './code.ts'

const OURS = 'our key'

test('what we made is ours, and nobody else’s', () => {
  const code = makeCode(OURS)

  expect(code).toMatch(/^[A-Za-z0-9]{12}$/)
  expect(readCode(OURS, code)).toBe(code)
  expect(readCode('another shop’s key', code)).toBeNull()
})

test('no two are alike', () => {
  expect(new Set(Array.from({ length: 2000 }, () => makeCode(OURS))).size).toBe(2000)
})

test('one sign changed anywhere is a forgery', () => {
  const code = makeCode(OURS)
  const changed = [...code].map((sign, at) => code.slice(0, at) + (sign === 'x' ? 'y' : 'x') + code.slice(at + 1))

  expect(changed.filter((one) => readCode(OURS, one) !== null)).toEqual([])
})

test.each(['', 'short', 'wechat-group', '../../etc/pass', 'ÄÄÄÄÄÄÄÄÄÄÄÄ', 'a'.repeat(4000)])('%s is none', (text) => {
  expect(readCode(OURS, text)).toBeNull()
})
