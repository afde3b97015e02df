// The scenes of plays hold on each database; that they notice planted mistakes takes minutes (planted.deep.test.ts).
import { describe, test } from 'vitest'
import { postgresPlaces } from '../../../testing/postgresPlaces.ts'
import { sqlitePlaces } from '../ledger.contract.ts'
import { couponGoesWithOneHold, placesOfADrawGoOn, rushAtARedPacket } from './playScenes.ts'

describe.each([
  ['SQLite', sqlitePlaces],
  ['PostgreSQL', postgresPlaces()],
])('on %s', (_name, makePlace) => {
  test('a rush at a red packet gives its places, each once, to the last unit', () => rushAtARedPacket(makePlace))
  test('places of a draw that nobody claims go on to the next, never to the same', () => placesOfADrawGoOn(makePlace))
  test('a coupon goes with one hold, comes back, and is used once', () => couponGoesWithOneHold(makePlace))
})
