// What every database must hold to for the log: streams in order, and subscriptions that take each fact, whoever stands still.
import { expect, test } from 'vitest'
import { withShop } from '../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import { CUP, openShop, SHOW, STAFF } from '../ledger/proofs/testShop.ts'
import type { Database } from '../database/database.ts'
import { SHOP, type Stream } from './stream.ts'
import { append, cure, readTally, SUBSCRIPTIONS, TALLY } from '../testing/testSubscriptions.ts'

export type Current = ReturnType<typeof withShop>

const NAME = TALLY.name
const ALL = 1000

export function eventsContract(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const database = () => current().shop.database
  const add = (
    stream: Stream,
    payload: Record<string, unknown> = {},
    type: 'words:changed' | 'pins:changed' | 'likes:added' = 'words:changed',
  ) => database().run(append, { stream, type, payload })
  const take = (limit = ALL, at: Database = database()) => at.run(SUBSCRIPTIONS.take, { name: NAME, limit })
  const tally = (stream: Stream) => database().run(readTally, { stream })
  const lag = async () => (await database().run(SUBSCRIPTIONS.readLags, null)).find(({ name }) => name === NAME)

  test('a subscription takes the facts of every stream in their order, some at a time, and passes over the others', async () => {
    for (const stream of [SHOP, SHOW, SHOP, SHOW] as const) await add(stream)
    await add(SHOW, {}, 'likes:added')
    await current().shop.store.setPins(SHOW, [CUP], STAFF)

    const sizes: number[] = []
    for (let facts = Infinity; facts > 0; sizes.push(facts)) ({ facts } = await take(2))

    expect(sizes.every((facts) => facts <= 2)).toBe(true)
    const [shop, show] = [await tally(SHOP), await tally(SHOW)]
    expect(shop.logged).toHaveLength(2)
    expect(shop.taken).toEqual(shop.logged)
    expect(show.logged.length).toBeGreaterThan(3)
    expect(show.taken).toEqual(show.logged)
    expect(await lag()).toEqual({ name: NAME, facts: 0, oldestMs: 0, stuck: 0 })
  })

  test('several processes share it, and none of them takes what another has taken', async () => {
    const other = await openShop(current().place, { clock: current().shop.clock })
    for (let n = 0; n < 10; n += 1) await add(n % 2 === 0 ? SHOP : SHOW)

    const turns = Array.from({ length: 12 }, (_, n) => take(3, n % 2 === 0 ? database() : other.database))
    await Promise.all(turns)
    await take()

    for (const stream of [SHOP, SHOW] as const) {
      const { taken, logged } = await tally(stream)
      expect(taken).toEqual(logged)
    }
    await other.close()
  })

  test('a fact that cannot be taken stops its stream where it stands, and no other; it is tried again, later and later', async () => {
    await take()
    await add(SHOW)
    await add(SHOW, { poison: true })
    await add(SHOW)
    await add(SHOP)

    const { stuck } = await take()

    const { taken, logged } = await tally(SHOW)
    const [poison] = logged.slice(-2)
    expect(stuck).toEqual([{ name: NAME, stream: SHOW, seq: poison, tries: 1, problem: 'not to my taste' }])
    expect(taken).toEqual(logged.slice(0, -2))
    expect((await tally(SHOP)).taken).toHaveLength(1)
    current().shop.clock.advance(900)
    expect(await take()).toEqual({ facts: 0, stuck: [] })
    expect(await lag()).toMatchObject({ facts: 2, oldestMs: 900, stuck: 1 })
    current().shop.clock.advance(100)
    expect((await take()).stuck).toMatchObject([{ tries: 2 }])
    current().shop.clock.advance(1999)
    expect((await take()).stuck).toEqual([])

    await database().run(cure, null)
    current().shop.clock.advance(1)
    await take()
    expect((await tally(SHOW)).taken).toEqual(logged)
    expect(await lag()).toMatchObject({ facts: 0, stuck: 0 })
  })

  test('a fact that a later server wrote waits for that server', async () => {
    await take()
    await add(SHOP)
    await add(SHOP, { v: 99 })

    expect((await take()).stuck).toMatchObject([
      { stream: SHOP, problem: 'words:changed of version 99, known up to 1' },
    ])
    expect((await tally(SHOP)).taken).toHaveLength(1)
  })

  test('a name that nobody has is refused', async () => {
    const turn = database().run(SUBSCRIPTIONS.take, { name: 'tallly', limit: 1 })
    await expect(turn).rejects.toThrow('no subscription is named tallly')
  })

  test('what belongs to no show stands in the shop’s stream, also where there is no show', async () => {
    await current().shop.ledger.endShow({ showId: SHOW, by: STAFF })
    const before = (await lag())?.facts ?? 0

    for (const name of ['Corner shop', 'Corner shop', 'Other shop']) await current().shop.store.setShop({ name })

    expect((await lag())?.facts).toBe(before + 2)
  })
}
