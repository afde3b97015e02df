// What was set apart under earlier settings goes back to the shop, and a shop that can do nothing about it is left in peace.
import { VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { createLog } from '../../ops/log.ts'
import type { Checkout, Fence } from '../checkout.ts'
import type { ShopStock } from '../records/shopRecords.ts'
import { type OldFences, startOldFences } from './oldFences.ts'

type SetFence = Checkout['setFence']

let loop: OldFences | null
afterEach(async () => {
  vi.useRealTimers()
  await loop?.close()
})

function start(setFence: SetFence, stock: Checkout['answers']['stock'] = 'not_exclusive') {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const rows = new Map(
    ['a', 'b', 'c'].map((id, units) => [
      id,
      { variantId: VariantId.parse(id), externalId: id, sku: id, available: units },
    ]),
  )
  const asked: Fence[] = []
  const answers = { kind: 'medusa', price: 'code', namesHoldBy: 'line_metadata', stock } as Checkout['answers']
  loop = startOldFences({
    records: {
      fencedOffers: () => Promise.resolve([]),
      readStock: () => Promise.resolve([...rows.values()].map((row): ShopStock => ({ ...row, short: 0, at: 0 }))),
      saveStock: ({ variantId, available }) => {
        const row = rows.get(variantId)
        if (row !== undefined) rows.set(variantId, { ...row, available })
        return Promise.resolve()
      },
    },
    checkout: {
      answers,
      setFence: (fence) => {
        asked.push(fence)
        return setFence(fence)
      },
    },
    log: createLog('silent'),
  })
  return { asked, left: () => [...rows.values()].map(({ available }) => available) }
}
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

test('goes back, once', async () => {
  const { asked, left } = start(() => Promise.resolve(grant(null)))
  await minutes(3)

  expect(asked.map(({ externalId, units }) => [externalId, units])).toEqual([
    ['b', 0],
    ['c', 0],
  ])
  expect(left()).toEqual([0, 0, 0])
})

test('a shop that is away is asked until it has its units', async () => {
  let isAway = true
  const { left } = start(() => Promise.resolve(isAway ? refuse('SHOP_UNREACHABLE') : grant(null)))
  await minutes(2)
  expect(left()).toEqual([0, 1, 2])

  isAway = false
  await minutes(1)
  expect(left()).toEqual([0, 0, 0])
})

test.each(['SHOP_CANNOT', 'SHOP_REFUSED'] as const)('a shop that says %s is asked once', async (code) => {
  const { asked, left } = start(() => Promise.resolve(refuse(code)))
  await minutes(3)

  expect(asked).toHaveLength(2)
  expect(left()).toEqual([0, 1, 2])
})

test.each(['ring_fenced', 'mirrored'] as const)('where stock is %s what is on record is of today', async (stock) => {
  const { asked } = start(() => Promise.resolve(grant(null)), stock)
  await minutes(3)

  expect(asked).toEqual([])
})
