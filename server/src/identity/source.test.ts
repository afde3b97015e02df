// Where viewers come from: proxies that are believed, households that are one, and nothing that can be read back.
import { expect, test } from 'vitest'
import { createSourceOf } from './source.ts'

const from = (address: string, forwardedFor?: string) => ({ address, forwardedFor })

test('without proxies what a client claims counts for nothing', () => {
  const sourceOf = createSourceOf('secret', 0)

  expect(sourceOf(from('203.0.113.9', '198.51.100.1'))).toBe(sourceOf(from('203.0.113.9')))
  expect(sourceOf(from('203.0.113.9'))).not.toBe(sourceOf(from('203.0.113.8')))
})

test('behind one proxy the address it saw counts, not those a client put before it', () => {
  const sourceOf = createSourceOf('secret', 1)
  const plain = sourceOf(from('10.0.0.1', '198.51.100.1'))

  expect(sourceOf(from('10.0.0.1', '1.2.3.4, 198.51.100.1'))).toBe(plain)
  expect(sourceOf(from('10.0.0.2', '198.51.100.1'))).toBe(plain)
  expect(sourceOf(from('10.0.0.1', '198.51.100.2'))).not.toBe(plain)
})

test('an IPv6 household is one, however its addresses are written; a mapped IPv4 is that IPv4', () => {
  const sourceOf = createSourceOf('secret', 0)

  expect(sourceOf(from('2001:db8:0:1::5'))).toBe(sourceOf(from('2001:0db8::ff:aaaa:bbbb:cccc:dddd')))
  expect(sourceOf(from('2001:db8:0:1::5'))).not.toBe(sourceOf(from('2001:db8:0:100::5')))
  expect(sourceOf(from('::ffff:203.0.113.9'))).toBe(sourceOf(from('203.0.113.9')))
})

test('the hash hides the address and depends on the secret', () => {
  const address = from('203.0.113.9')

  expect(createSourceOf('secret', 0)(address)).toMatch(/^[\w-]{16}$/)
  expect(createSourceOf('secret', 0)(address)).not.toBe(createSourceOf('other', 0)(address))
})
