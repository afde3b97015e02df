// A room that is followed from change to change is the room that is read whole, in every piece, after any work.
import { commentRecords } from '../testing/commentRecords.ts'
import { CommentId, HoldId, SaleId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Own, OWN_SLICES, renewAll } from '@lantern/shared/contract/slices.ts'
import type { StaffHold } from '@lantern/shared/contract/things.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setBuying } from '../features/commentOrders/jobs.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import {
  aHold,
  aSale,
  type DatabasePlace,
  openShop,
  paid,
  refunded,
  SHIRT,
  CUP,
  SHOW,
  STAFF,
  type TestShop,
} from '../ledger/proofs/testShop.ts'
import { aComment } from '../features/comments/commentShow.contract.ts'
import { createRoomMemory, type RoomMemory } from './roomState.ts'

type Act = (shop: TestShop, n: number) => Promise<unknown>

const viewer = (n: number) => ViewerId.parse(`viewer-${n % 3}`)
const holdId = (n: number) => HoldId.parse(`hold-${n % 7}`)
const comment = (n: number) => `comment-${n % 4}`
const offerOf = ({ offers }: TestShop, n: number) => Object.values(offers)[n % 3] ?? offers.cup
const place = (shop: TestShop, n: number) =>
  shop.ledger.place({ ...aHold(holdId(n), viewer(n), [[offerOf(shop, n), 1 + (n % 2)]]), source: `address-${n % 2}` })
const judged = (n: number) => ({ showId: SHOW, commentId: CommentId.parse(comment(n)), by: STAFF })
const person = (n: number) => ({ showId: SHOW, viewerId: viewer(n), by: STAFF })
const inLine = (shop: TestShop, n: number) => ({ showId: SHOW, viewerId: viewer(n), offerId: offerOf(shop, n) })

const ACTS: Readonly<Record<string, Act>> = {
  place,
  release: ({ ledger }, n) => ledger.release({ holdId: holdId(n), viewerId: viewer(n) }),
  pay: ({ ledger }, n) => ledger.report(paid(holdId(n), `order-${n % 7}`)),
  refund: ({ ledger }, n) => ledger.report(refunded(holdId(n), `order-${n % 7}`)),
  wait: (shop, n) =>
    shop.ledger.joinWaitlist({ ...inLine(shop, n), viewerName: 'w', via: null, source: null, quantity: 1 }),
  leave: (shop, n) => shop.ledger.leaveWaitlist(inLine(shop, n)),
  allot: (shop, n) => shop.ledger.changeOffer({ showId: SHOW, offerId: offerOf(shop, n), by: STAFF, allotted: n % 6 }),
  sell: ({ ledger }, n) => ledger.startSale(aSale(`sale-${n}`, { units: 1, perViewer: 1 })),
  stop: ({ ledger }, n) => ledger.stopSale({ saleId: SaleId.parse(`sale-${n}`), showId: SHOW, by: STAFF }),
  time: async ({ clock, ledger }, n) => {
    clock.advance(n * 20_000)
    await ledger.sweep(100)
  },
  end: async ({ ledger }, n) => (n % 20 === 0 ? ledger.endShow({ showId: SHOW, by: STAFF }) : null),
  pin: ({ store }, n) => store.setPins(SHOW, n % 2 === 0 ? [CUP] : [SHIRT, CUP], STAFF),
  rundown: async ({ store }, n) => {
    const { revision = '' } = (await store.readRundown(SHOW)) ?? {}
    const wanted = [[CUP, SHIRT], [SHIRT], [SHIRT, CUP], [CUP]][n % 4] ?? []
    return store.changeRundown(SHOW, { revision, rundown: wanted.map((productId) => ({ productId })) }, STAFF)
  },
  host: ({ store }, n) =>
    store.setHost(SHOW, { status: n % 2 === 0 ? 'on' : 'away', mediaNode: 'http://node', renew: true }),
  crowd: ({ store }) => store.liftCrowd(SHOW, STAFF),
  rename: ({ store }, n) => store.setShop({ name: `Shop ${n}` }),
  key: ({ store }, n) => store.setOverlayKey(SHOW, `hash-${n}`, STAFF),
  buying: ({ store }, n) => store.change(setBuying, { showId: SHOW, change: { on: n % 2 === 0 }, by: STAFF }),
  say: ({ store }, n) => commentRecords(store).addComments([aComment(comment(n), { viewerId: viewer(n) })]),
  hide: ({ store }, n) => commentRecords(store).hideComment(judged(n)),
  show: ({ store }, n) => commentRecords(store).showComment(judged(n)),
  approve: ({ store }, n) => commentRecords(store).approveComment(judged(n)),
  report: ({ store }, n) => commentRecords(store).reportComment({ ...judged(n), viewerId: viewer(n + 1) }),
  raise: ({ store }, n) => commentRecords(store).pinComment(SHOW, judged(n).commentId, STAFF),
  lower: ({ store }) => commentRecords(store).unpinComment(SHOW, STAFF),
  rules: ({ store }, n) => commentRecords(store).setTalk(SHOW, { review: n % 8 === 0, slowMs: n }, STAFF),
  mute: async ({ store }, n) => n % 4 === 1 && commentRecords(store).muteViewer({ ...person(n), forMs: 60_000 }),
  ban: async ({ store }, n) =>
    n % 4 === 0 && commentRecords(store).banViewer({ ...person(n), ban: n % 3 === 0 ? 'silent' : 'open' }),
  pardon: ({ store }, n) => commentRecords(store).pardonViewer(person(n)),
  erase: async ({ store }, n) => (n % 10 === 0 ? store.eraseViewer(person(n)) : null),
  like: ({ store }, n) => commentRecords(store).addLikes([{ showId: SHOW, viewerId: viewer(n), count: 1 + n }]),
}

const aStep = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), 'say', 'say', 'raise', 'hide', 'place', 'place'),
  n: fc.nat({ max: 40 }),
  /** Some changes are read together. */
  isRead: fc.boolean(),
})

const lives = ({ state }: StaffHold) => !['released', 'expired', 'refunded'].includes(state)
const sorted = (ids: readonly string[]) => [...ids].sort()
/** As a page takes it in. */
const inOrder = (own: Own) => renewAll(OWN_SLICES, own, own)

/** Ended holds stay on a desk that has seen them; the order in which comments went at once, and own holds came, is nobody's. */
function seenBy(memory: RoomMemory) {
  const { comments, ...room } = memory.roomState()
  const desk = memory.desk()
  return {
    room: { ...room, comments: { rows: comments.rows, removed: sorted(comments.removed) } },
    desk: { ...desk, holds: desk.holds.filter(lives) },
    own: [0, 1, 2].map((n) => inOrder(memory.own(viewer(n)))),
    silent: [0, 1, 2].map((n) => memory.roomStateOf(viewer(n)).comments.rows.map(({ id }) => id)),
  }
}

async function readMemory({ store }: TestShop): Promise<RoomMemory> {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return createRoomMemory(record)
}

/** `numRuns`: so many times some work at random. */
export function followingContract(name: string, makePlace: PlaceMaker, numRuns: number): void {
  describe(`a room on ${name}`, () => {
    let places: DatabasePlace[] = []
    beforeEach(() => (places = []))
    afterEach(() => Promise.all(places.map((each) => each.drop())))

    test('that is followed is the room that is read whole', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 80 }), async (steps) => {
          const at = await makePlace()
          places.push(at)
          const shop = await openShop(at, { stock: { cup: 3, small: 2, large: 2 } })
          const followed = await readMemory(shop)
          const follow = async () => followed.apply(await shop.store.readRoomSince(SHOW, followed.cursor()))
          const compare = async () => expect(seenBy(followed)).toEqual(seenBy(await readMemory(shop)))
          for (const { act, n, isRead } of steps) {
            await ACTS[act]?.(shop, n)
            if (isRead) await follow()
            // What one piece missed must not be hidden by the next change of it.
            if (isRead && n % 4 === 0) await compare()
          }
          await follow()
          await compare()
          await shop.ledger.close()
          await shop.database.close()
        }),
        // One run is long: to make it shorter would take minutes, in which nobody learns what was wrong.
        { numRuns, endOnFailure: true },
      )
    })
  })
}
