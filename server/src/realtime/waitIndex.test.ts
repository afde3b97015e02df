// Lines in memory: the order of tickets, who is told of what, and places that end.
import { expect, test } from 'vitest'
import { OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { WaitRecord } from '../database/toThings.ts'
import { createWaitIndex } from './waitIndex.ts'

const CUP = OfferId.parse('cup')
const place = (ticket: number, state: WaitRecord['state'] = 'waiting', version = ticket): WaitRecord => {
  const viewerId = ViewerId.parse(`v${ticket}`)
  return { offerId: CUP, saleId: null, viewerId, quantity: 1, state, joinedAt: 0, ticket, version }
}

test('a place knows how many are before it, and loses one when somebody is served', () => {
  const index = createWaitIndex([place(3), place(1), place(2)])
  expect(index.ownWaits(ViewerId.parse('v3'))).toMatchObject([{ ahead: 2, state: 'waiting' }])

  const told = index.apply([place(1, 'served', 9)])

  expect(told.get(ViewerId.parse('v1'))).toMatchObject([{ state: 'served', ahead: 0 }])
  expect(told.get(ViewerId.parse('v3'))).toMatchObject([{ ahead: 1 }])
  expect(index.isWaiting(ViewerId.parse('v1'))).toBe(false)
  expect(index.ownWaits(ViewerId.parse('v2'))).toMatchObject([{ ahead: 0 }])
})

test('of a step only the head of a long line hears, and whoever it is about', () => {
  const index = createWaitIndex(Array.from({ length: 500 }, (_, n) => place(n + 1)))

  const told = index.apply([place(10, 'left', 900), place(400, 'left', 901)])

  // The two who left, and those on the places 10 to 50.
  expect(told.size).toBe(2 + 41)
  expect(told.get(ViewerId.parse('v400'))).toMatchObject([{ state: 'left' }])
  expect(told.get(ViewerId.parse('v51'))).toMatchObject([{ ahead: 49 }])
  expect(index.ownWaits(ViewerId.parse('v500'))).toMatchObject([{ ahead: 497 }])
})

test('who joins at the end is told, and nobody before', () => {
  const index = createWaitIndex([place(1), place(2)])

  expect([...index.apply([place(3)])]).toMatchObject([['v3', [{ ahead: 2 }]]])
  expect([...index.apply([place(2, 'waiting', 9)])]).toMatchObject([['v2', [{ ahead: 1, version: 9 }]]])
})

test('ten thousand in line, served by the hundred, cost next to nothing', () => {
  const index = createWaitIndex(Array.from({ length: 10_000 }, (_, n) => place(n + 1)))

  const startedAt = performance.now()
  for (let first = 1; first <= 10_000; first += 100) {
    const told = index.apply(Array.from({ length: 100 }, (_, n) => place(first + n, 'served', 20_000 + first + n)))
    expect(told.size).toBeLessThanOrEqual(150)
  }

  expect(index.isWaiting(ViewerId.parse('v10000'))).toBe(false)
  expect((performance.now() - startedAt) / 100).toBeLessThan(100)
})
