// The log's contract on PostgreSQL, and what only it can do: transactions that stay open while later ones commit.
import { expect, test } from 'vitest'
import { openShop, SHOW } from '../ledger/proofs/testShop.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { eventsContract } from './events.contract.ts'
import { keepingContract } from './keeping.contract.ts'
import { SHOP, type Stream } from './stream.ts'
import { append, readTally, SUBSCRIPTIONS, TALLY } from '../testing/testSubscriptions.ts'

const places = postgresPlaces()
eventsContract(places)
keepingContract(places)

const FACT = { type: 'words:changed', payload: {} } as const

test.each<[string, Stream, Stream]>([
  ['the shop’s', SHOP, SHOW],
  ['a show’s', SHOW, SHOP],
])('a subscription never runs past a fact of %s stream whose transaction is still open', async (_name, slow, quick) => {
  const place = await places()
  const [shop, other] = [await openShop(place), await openShop(place)]
  const take = () => other.database.run(SUBSCRIPTIONS.take, { name: TALLY.name, limit: 1000 })
  await take()
  const [written, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ended: string[] = []

  const open = shop.database
    .run<null, null>(
      {
        name: 'test.open',
        kind: 'write',
        async work(db, _input, context) {
          await append.work(db, { stream: slow, ...FACT }, context)
          written.resolve()
          await mayEnd.promise
          return null
        },
      },
      null,
    )
    .then(() => ended.push('open'))
  await written.promise
  // Later, and in the same stream: it gets a number only behind the one that is open.
  const later = other.database.run(append, { stream: slow, ...FACT }).then(() => ended.push('later'))
  // Later, in another stream: it is there, and is taken, while the one before it is not.
  await other.database.run(append, { stream: quick, ...FACT })
  expect(await take()).toMatchObject({ facts: 1, stuck: [] })
  expect(ended).toEqual([])

  mayEnd.resolve()
  await Promise.all([open, later])

  expect(await take()).toMatchObject({ facts: 2, stuck: [] })
  for (const stream of [slow, quick]) {
    const { taken, logged } = await other.database.run(readTally, { stream })
    expect(taken).toEqual(logged)
  }
  // Their answers come by two connections, in either order.
  expect(ended.toSorted()).toEqual(['later', 'open'])
  await Promise.all([shop.close(), other.close()])
})
