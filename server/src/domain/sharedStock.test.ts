// How units of a shared stock move between shows: never more than there are, and to whoever asks.
import { expect, test } from 'vitest'
import { balance, blockOf, type Share } from './sharedStock.ts'

const share = (offerId: string, more: Partial<Share> = {}): Share => ({
  offerId,
  ...{ phase: 'live', allotted: more.free ?? 0, free: 0, taken: 0, paid: 0, waiting: 0, shared: 'last' },
  ...more,
})
const freeOf = (shares: readonly Share[]) => Object.fromEntries(shares.map(({ offerId, free }) => [offerId, free]))

test('a block is whole while there is plenty, and small towards the end', () => {
  const block = (free: number, needed = 1) => blockOf({ block: 100, free }, needed, 50)

  expect([block(10_000), block(2_500), block(60), block(30), block(0)]).toEqual([100, 50, 1, 1, 0])
  expect([block(10_000, 150), block(3, 5)]).toEqual([150, 3])
})

test('a show that is over gives all back, and keeps what is held', () => {
  const over = share('over', { phase: 'ended', allotted: 7, free: 4, taken: 3 })

  const { free, changed } = balance({ block: 2, free: 0 }, [over, share('on')], [])

  expect(freeOf(changed)).toEqual({ over: 0, on: 2 })
  expect([free, changed[0]?.allotted]).toEqual([2, 3])
})

test('who is asked has it from shows that are not on air first, then from the one with most', () => {
  const shares = [
    share('asked'),
    share('planned', { phase: 'scheduled', free: 2 }),
    share('b', { free: 3 }),
    share('c'),
  ]

  const { changed } = balance({ block: 5, free: 0 }, shares, [{ offerId: 'asked', units: 4 }])

  expect(freeOf(changed)).toMatchObject({ asked: 4, planned: 0 })
})

test('nobody gives what people stand in line for, and those in line are brought what others have', () => {
  const shares = [share('line', { waiting: 2 }), share('own', { waiting: 3, free: 3 }), share('other', { free: 3 })]

  expect(freeOf(balance({ block: 5, free: 0 }, shares, []).changed)).toEqual({ line: 2, other: 1 })
})

test('what lies where it should stays there', () => {
  const shares = [share('a', { free: 1 }), share('b'), share('c', { phase: 'ended', taken: 1, allotted: 1 })]

  expect(balance({ block: 5, free: 0 }, shares, [])).toEqual({ free: 0, changed: [] })
})

test('it is gone once all of it is paid, and may come back until then', () => {
  const paid = share('a', { allotted: 2, taken: 2, paid: 2 })
  const held = share('b', { allotted: 1, taken: 1 })
  const says = (shares: readonly Share[]) => balance({ block: 1, free: 0 }, shares, []).changed.map((one) => one.shared)

  expect([says([paid]), says([paid, held])]).toEqual([['gone'], []])
})
