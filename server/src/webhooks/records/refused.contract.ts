// What every database must hold to for refused events: counted together, bounded whatever comes, seen by every process.
import { expect, test } from 'vitest'
import { PROVEN_REASONS, UNPROVEN_REASONS } from '@lantern/shared/contract/refusedEvents.ts'
import type { withShop } from '../../ledger/proofs/ledger.contract.ts'
import { createWebhookRecords } from './createWebhookRecords.ts'
import type { NewRefusal } from './refusedRecords.ts'

const aRefusal = (id: string, more: Partial<NewRefusal> = {}): NewRefusal => {
  const named = { endpointId: 'shop', topic: 'orders/paid', order: '#1001', hold: 'h1', why: null }
  return { id, reason: 'badShape', ...named, bytes: 20, times: 1, ...more }
}

export function refusedContract(current: ReturnType<typeof withShop>): void {
  const refused = () => createWebhookRecords(current().shop.database).refused
  const clock = () => current().shop.clock

  test('counts what is the same into one row, with the names of the first and the time of the last', async () => {
    const firstAt = clock().now()
    await refused().keep([aRefusal('a'), aRefusal('b', { times: 3, order: null })])
    clock().advance(60_000)
    await refused().keep([aRefusal('a', { times: 5, order: '#1002' })])

    const all = { reason: 'badShape', endpointId: 'shop', topic: 'orders/paid', hold: 'h1', why: null, bytes: 20 }
    expect(await refused().list()).toEqual([
      { ...all, id: 'a', order: '#1001', times: 6, firstAt, lastAt: firstAt + 60_000 },
      { ...all, id: 'b', order: null, times: 3, firstAt, lastAt: firstAt },
    ])
  })

  test('keeps what the shop said whatever strangers send, and never more than a hundred rows', async () => {
    await refused().keep([aRefusal('of the shop')])
    for (let minute = 0; minute < 30; minute += 1) {
      clock().advance(60_000)
      await refused().keep(UNPROVEN_REASONS.map((reason) => aRefusal(`${reason}-${minute}`, { reason })))
    }

    const ids = (await refused().list()).map(({ id }) => id)
    expect(ids).toContain('of the shop')
    expect(ids).toHaveLength(1 + 5 * UNPROVEN_REASONS.length)
    for (let nth = 0; nth < 200; nth += 50) {
      clock().advance(1000)
      const some = Array.from({ length: 50 }, (_, n) =>
        aRefusal(`own-${nth + n}`, { reason: PROVEN_REASONS[n % 6] ?? 'failed' }),
      )
      await refused().keep(some)
    }
    const all = await refused().list()
    expect(all).toHaveLength(60 + 5 * UNPROVEN_REASONS.length)
    expect(all.length).toBeLessThanOrEqual(100)
    expect(all[0]?.lastAt).toBe(clock().now())
  })

  test('loses no count when processes write the same rows at once', async () => {
    const both = [aRefusal('a'), aRefusal('b')]
    await Promise.all(Array.from({ length: 8 }, (_, n) => refused().keep(n % 2 === 0 ? both : both.toReversed())))

    expect((await refused().list()).map(({ id, times }) => [id, times]).sort()).toEqual([
      ['a', 8],
      ['b', 8],
    ])
  })

  test('forgets what came last before a time', async () => {
    await refused().keep([aRefusal('old'), aRefusal('again')])
    clock().advance(1000)
    await refused().keep([aRefusal('again')])
    await refused().prune(clock().now())

    expect((await refused().list()).map(({ id }) => id)).toEqual(['again'])
  })
}
