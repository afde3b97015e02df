// Rooms that are followed on each database, and what follows from each kind of event; at length in following.deep.test.ts.
import { namesOf, ROOM_SLICES, STAFF_SLICES } from '@lantern/shared/contract/slices.ts'
import { expect, test } from 'vitest'
import { EVENT_TYPES, type EventType } from '../domain/eventTypes.ts'
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { READINGS } from '../room/readings.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { followingContract } from './following.contract.ts'

followingContract('SQLite', sqlitePlaces, 8)
followingContract('PostgreSQL', postgresPlaces(), 3)

/** No reading of a room looks at what these change: who wants it asks, and is told as it is then. */
const ASKED_FOR: readonly EventType[] = [
  // Comments are compared with these words when they are written, and none is looked at again.
  'words:changed',
  // A template is copied when an activity is made of it; desks list templates when somebody opens them.
  'template:saved',
  'template:renamed',
  'template:removed',
  // Groups and points are the shop's: staff's page lists them, and a buyer's page asks every 20 s where its orders are and whether they came.
  'member:known',
  'member:merged',
  'tiers:set',
  'group:saved',
  'group:deleted',
  'group:priced',
  'group:page_made',
  'group:page_voided',
  'group:phone_let_in',
  'group:arrived',
  'group:handed',
  'point:saved',
  // Nobody sees who shares or what it earns them but the sharer and staff, each on a page that asks.
  'sharing:set',
  'sharer:joined',
  'sharer:over',
  'sharer:page_voided',
  'sharer:phone_let_in',
  'commission:paid_out',
  // What is redeemed at the counter is asked for by the phone that shows the code, and by the counter's own page.
  'counter:set',
  'counter:redeemed',
  // Each show whose units change by it is told by its offer.
  'stock:shared',
  'stock:unshared',
]

test('every piece of a room is read by something, and every kind of event changes something or is known to change nothing', () => {
  const changing = new Set<string>(READINGS.flatMap(({ changedBy }) => [...changedBy]))

  const changingNothing = EVENT_TYPES.filter((type) => !changing.has(type))
  expect(changingNothing.toSorted()).toEqual(ASKED_FOR.toSorted())
  expect([...namesOf(ROOM_SLICES), ...namesOf(STAFF_SLICES)].length).toBeGreaterThan(10)
})
