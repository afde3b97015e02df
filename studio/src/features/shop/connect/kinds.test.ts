// The kind that the page opens with.
import { expect, it } from 'vitest'
import { firstKind, isOpen, kindIn } from './kinds.ts'

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

const passed = { state: 'passed', problem: null } as const

it.each([
  ['a message that has not come', { state: 'waiting', problem: 'no_message' }, true],
  ['the next one, after one that was refused', { state: 'to_do', problem: 'message_refused' }, true],
  ['nothing, where somebody must do something first', { state: 'to_do', problem: 'after_others' }, false],
  ['nothing, where all has passed', passed, false],
] as const)('is waited for: %s', (_what, step, isWaitedFor) => {
  const trip = { isRunning: false, steps: [passed, step] }

  expect(isOpen({ kinds: [{ state: 'to_do', trip }] })).toBe(isWaitedFor)
  expect(isOpen({ kinds: [{ state: 'to_do', trip: { ...trip, isRunning: true } }] })).toBe(true)
})
