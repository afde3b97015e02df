// The kind that the page opens with.
import { expect, it } from 'vitest'
import { firstKind, kindIn } from './kinds.ts'

it('opens with what was begun, then with what is in use, then with the first', () => {
  const empty = { kind: 'shopify', state: 'empty' } as const
  const inUse = { kind: 'generic', state: 'in_use' } as const

  expect(firstKind({ inUse: 'generic', kinds: [empty, { kind: 'medusa', state: 'waiting' }, inUse] })).toBe('medusa')
  expect(firstKind({ inUse: 'generic', kinds: [empty, inUse] })).toBe('generic')
  expect(firstKind({ inUse: null, kinds: [empty] })).toBe('shopify')
})

it('reads the kind from the address, and nothing that is none', () => {
  expect([kindIn('#medusa'), kindIn(''), kindIn('#magento')]).toEqual(['medusa', null, null])
})
