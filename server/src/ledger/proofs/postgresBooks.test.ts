// A further book in the ledger on PostgreSQL: its own contract, and locks that cross shows; orders with it are in books.deep.test.ts.
import { expect, test } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { booksContract } from './books.contract.ts'
import { readSeats, withSeats } from './testSeats.ts'
import { aHold, openShop, SHOW, STAFF, START_AT } from './testShop.ts'

const places = postgresPlaces()
const seatedPlace = async () => withSeats(await places())

booksContract('PostgreSQL', seatedPlace)

const ROUNDS = 60
const PLENTY = { cup: 100_000, small: 100_000, large: 100_000 }

test('batches of two shows that want the same rows of the shop, each in its own order, wait for each other', async () => {
  const place = await seatedPlace()
  const first = await openShop(place, { stock: PLENTY })
  const second = await openShop(place, { clock: first.clock })
  const another = ShowId.parse('another')
  await first.store.createShow({ id: another, title: { en: 'Another' }, startsAt: START_AT })
  await first.store.goLive(another, STAFF)
  const [offer] = (await first.store.readRoom(another))?.room.offers ?? []
  if (!offer) throw new Error('the other show has no offer')
  await first.ledger.changeOffer({ showId: another, offerId: offer.id, allotted: PLENTY.cup, by: STAFF })
  const asIn = (showId: ShowId, id: string, via: string) => {
    const offerId = showId === SHOW ? first.offers.cup : offer.id
    return { ...aHold(id, `v${id}`, [[offerId, 1]]), showId, via }
  }

  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = await Promise.all([
      first.ledger.place(asIn(SHOW, `a${round}`, 'red,blue')),
      second.ledger.place(asIn(another, `b${round}`, 'blue,red')),
    ])
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([])
  }

  const seats = await first.database.run(readSeats, null)
  expect(seats.filter(({ id }) => id === 'red' || id === 'blue').map(({ moves }) => moves)).toEqual([
    2 * ROUNDS,
    2 * ROUNDS,
  ])
  expect(await first.ledger.check()).toEqual([])
  await Promise.all([first.close(), second.close()])
  await place.drop()
})
