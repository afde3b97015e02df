// Scenes of the line for what is sold out, and of what an address may hold and wait for.
import assert from 'node:assert/strict'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { aHold, SHOW, STAFF, START_AT, type TestShop } from '../testShop.ts'
import { scene, type Scene } from './scenes.ts'

const HOME = { source: 'home', issuedAt: START_AT + 1 }

const sellOut = ({ ledger, offers }: TestShop) => ledger.place(aHold('all', 'vall', [[offers.small, 5]]))
const giveBack = ({ ledger }: TestShop) =>
  ledger.release({ holdId: HoldId.parse('all'), viewerId: ViewerId.parse('vall') })
const leave = ({ ledger, offers }: TestShop, viewer: string) =>
  ledger.leaveWaitlist({ showId: SHOW, offerId: offers.small, viewerId: ViewerId.parse(viewer) })

async function join({ ledger, offers }: TestShop, viewer: string, from: Partial<typeof HOME> = {}): Promise<string> {
  const who = { showId: SHOW, viewerId: ViewerId.parse(viewer), viewerName: viewer, via: null }
  const joined = await ledger.joinWaitlist({ ...who, source: null, ...from, offerId: offers.small, quantity: 1 })
  return joined.ok ? 'stands' : joined.code
}

async function heldBy({ store }: TestShop): Promise<string[]> {
  const holds = (await store.readRoomSince(SHOW, 0)).desk.holds ?? []
  return holds.filter((hold) => hold.waited && hold.state === 'held').map((hold) => hold.viewerId)
}

const giveOneBack = ({ ledger, offers }: TestShop) =>
  ledger.change({
    holdId: HoldId.parse('all'),
    viewerId: ViewerId.parse('vall'),
    lines: aHold('all', 'vall', [[offers.small, 4]]).lines,
  })

/** Who goes away in the very batch in which a unit comes free keeps the place and is passed over; the others are served in turn. */
const whoIsAwayIsPassedOver = scene(async (shop) => {
  await sellOut(shop)
  for (const viewer of ['away', 'here', 'later']) await join(shop, viewer)

  const away = { showId: SHOW, viewerId: ViewerId.parse('away'), present: false, agoMs: 0 }
  await Promise.all([shop.ledger.setPresence(away), giveOneBack(shop)])

  assert.deepEqual(await heldBy(shop), ['here'])
})

const onePlaceEach = { policy: { crowd: { percent: 1, atLeast: 1, entries: 1 } } }

/** A second cookie behind the same address gets no second place; one from elsewhere does, and so does the next once a place is left. */
const placesCountByAddress = scene(async (shop) => {
  await sellOut(shop)
  const asked = [
    await join(shop, 'a', HOME),
    await join(shop, 'b', HOME),
    await join(shop, 'c', { ...HOME, source: 'office' }),
  ]
  const [, after] = await Promise.all([leave(shop, 'a'), join(shop, 'd', HOME)])

  assert.deepEqual([...asked, after], ['stands', 'CROWDED_ADDRESS', 'stands', 'stands'])
}, onePlaceEach)

/** What a turn holds counts for the address that waited for it. */
const turnsCountByAddress = scene(async (shop) => {
  await sellOut(shop)
  await join(shop, 'a', HOME)
  await giveBack(shop)
  assert.deepEqual(await heldBy(shop), ['a'])

  const second = await shop.ledger.place({ ...aHold('second', 'b', [[shop.offers.small, 1]]), ...HOME })

  assert.ok(!second.ok && second.code === 'CROWDED_ADDRESS')
}, onePlaceEach)

/** A hold grows only as far as its address may hold; staff are told, and let everybody buy. */
const addressMeetsItsLimit = scene(async (shop) => {
  const { ledger, offers, store } = shop
  const placed = await ledger.place({ ...aHold('a', 'va', [[offers.small, 1]]), ...HOME })
  assert.ok(placed.ok)
  const lines = aHold('a', 'va', [[offers.small, 2]]).lines
  const grow = () => ledger.change({ holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va'), lines })

  const grown = await grow()
  assert.ok(!grown.ok && grown.code === 'CROWDED_ADDRESS')
  assert.equal((await store.readRoom(SHOW))?.room.show.crowd, 'met')
  await store.liftCrowd(SHOW, STAFF)

  assert.ok((await grow()).ok)
}, onePlaceEach)

export const LINE_SCENES: readonly Scene[] = [
  whoIsAwayIsPassedOver,
  placesCountByAddress,
  turnsCountByAddress,
  addressMeetsItsLimit,
]
