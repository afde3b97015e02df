// Rooms that are followed on each database, and what follows from each kind of event; at length in following.deep.test.ts.
import { namesOf, ROOM_SLICES, STAFF_SLICES } from '@lantern/shared/contract/slices.ts'
import { expect, test } from 'vitest'
import { EVENT_TYPES } from '../domain/eventTypes.ts'
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { READINGS } from '../room/readings.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { followingContract } from './following.contract.ts'

followingContract('SQLite', sqlitePlaces, 8)
followingContract('PostgreSQL', postgresPlaces(), 3)

test('every piece of a room is read by something, and every kind of event changes something or is known to change nothing', () => {
  const changing = new Set<string>(READINGS.flatMap(({ changedBy }) => [...changedBy]))

  // What is the shop's, a group's or a sharer's is asked for.
  const isAskedFor = (type: string) => /^(words|group|point|template|sharing|sharer|commission):/.test(type)
  expect(EVENT_TYPES.filter((type) => !changing.has(type) && !isAskedFor(type))).toEqual([])
  expect([...namesOf(ROOM_SLICES), ...namesOf(STAFF_SLICES)].length).toBeGreaterThan(10)
})
