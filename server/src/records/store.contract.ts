// What every database must hold to for the store: rooms, comments, staff, secrets, and processes that share it.
import { commentRecords } from '../testing/commentRecords.ts'
import { describe, expect, test } from 'vitest'
import { HoldId, ProductId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../kit/clock.ts'
import { type PlaceMaker, withShop } from '../ledger/proofs/ledger.contract.ts'
import { aHold, CUP, openShop, paid, SHIRT, SHOW, STAFF, START_AT, type TestShop } from '../ledger/proofs/testShop.ts'

type Current = ReturnType<typeof withShop>

/** `makeNew`: places whose schema is not made yet. */
export function storeContract(name: string, { makePlace, makeNew }: Record<'makePlace' | 'makeNew', PlaceMaker>): void {
  describe(`rooms on ${name}`, () => rooms(withShop(makePlace)))
  describe(`records on ${name}`, () => records(withShop(makePlace)))
  describe(`processes on ${name}`, () => processes(withShop(makePlace), makeNew))
}

const cursorOf = async (at: TestShop) => (await at.store.readRoom(SHOW))?.cursor ?? 0
const aComment = (id: string, text = 'hello') => {
  const about = { id, showId: SHOW, viewerId: ViewerId.parse('v'), name: 'Vera', fromStaff: false }
  return { ...about, text, words: 'clean' as const, replyTo: null }
}
const addAll = async (at: TestShop, comments: readonly ReturnType<typeof aComment>[]) =>
  (await commentRecords(at.store).addComments(comments)).flatMap((outcome) => (outcome.ok ? [outcome.value] : []))

function rooms(current: Current): void {
  const shop = () => current().shop

  test('two stores on one database see each other’s changes by their cursors', async () => {
    const other = await openShop(current().place, { clock: shop().clock })
    const cursor = await cursorOf(other)

    await shop().ledger.place(aHold('a', 'va', [[shop().offers.cup, 2]]))
    await shop().store.setPins(SHOW, [CUP], STAFF)
    await commentRecords(shop().store).addComments([aComment('c1')])

    expect(await other.store.findChangedRooms(new Map([[SHOW, cursor]]))).toEqual([SHOW])
    const delta = await other.store.readRoomSince(SHOW, cursor)
    expect(delta).toMatchObject({
      room: {
        pins: { productIds: ['cup'] },
        offers: [{ id: shop().offers.cup, free: 8 }],
        comments: { rows: [{ id: 'c1' }], removed: [] },
      },
      desk: { holds: [{ id: 'a', viewerName: 'va' }], totals: { held: 2 } },
    })
    expect(delta.room).not.toHaveProperty('show')
    const nothing = { cursor: delta.cursor, room: {}, desk: {}, own: [], inner: {} }
    expect(await other.store.readRoomSince(SHOW, delta.cursor)).toEqual(nothing)
    expect(await other.store.findChangedRooms(new Map([[SHOW, delta.cursor]]))).toEqual([])
    await other.close()
  })

  test('a comment id known already answers with the stored comment', async () => {
    const [first] = await addAll(shop(), [aComment('c1', 'first')])

    const again = await addAll(shop(), [aComment('c2'), aComment('c1', 'second'), aComment('c2', 'third')])

    expect(again.map((comment) => comment.text)).toEqual(['hello', 'first', 'hello'])
    expect(again[1]).toEqual(first)
    expect(again[0]?.seq).toBeGreaterThan(first?.seq ?? 0)
  })

  test('a room’s latest 50 comments come oldest first', async () => {
    await commentRecords(shop().store).addComments(Array.from({ length: 60 }, (_, n) => aComment(`c${n}`)))

    const comments = (await shop().store.readRoom(SHOW))?.room.comments.rows ?? []

    expect(comments.map((comment) => comment.id)).toEqual(Array.from({ length: 50 }, (_, n) => `c${n + 10}`))
  })

  test('the same pins again change nothing; unknown products are refused', async () => {
    await shop().store.setPins(SHOW, [SHIRT, CUP], STAFF)
    const cursor = await cursorOf(shop())

    expect(await shop().store.setPins(SHOW, [SHIRT, CUP], STAFF)).toMatchObject({ ok: true })
    expect(await cursorOf(shop())).toBe(cursor)
    const unknown = await shop().store.setPins(SHOW, [ProductId.parse('x')], STAFF)
    expect(unknown).toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
  })
}

function records(current: Current): void {
  const shop = () => current().shop

  test('a rundown has an end: whole products in their order, as far as it goes', async () => {
    const sizes = (product: string) => (n: number) => ({
      sku: `${product}-${n}`,
      title: null,
      priceMinor: 100,
      stock: 1,
    })
    const many = Array.from({ length: 150 }, (_, n) => ({
      id: ProductId.parse(`many-${n}`),
      title: { en: `Many ${n}` },
      picture: '',
      variants: [1, 2].map(sizes(`many-${n}`)),
    }))
    await shop().store.saveCatalogue('EUR', many)
    const id = ShowId.parse('long')

    await shop().store.createShow({ id, title: { en: 'Long' }, startsAt: START_AT })

    const room = await shop().store.readRoom(id)
    const offered = new Set(room?.room.offers.map(({ productId }) => productId))
    expect(room?.room.offers.length).toBeLessThanOrEqual(200)
    expect(room?.room.offers.length).toBeGreaterThan(197)
    expect(room?.room.products.map((product) => product.id).sort()).toEqual([...offered].sort())
  })

  test('a further show of the same units is allotted what is left of them', async () => {
    const { ledger, store, offers, clock } = shop()
    await ledger.place(aHold('kept', 'va', [[offers.small, 3]]))
    await ledger.report(paid('kept', 'order-1', { amountMinor: 6000 }))
    const allottedTo = async (id: string) => {
      const showId = ShowId.parse(id)
      await store.createShow({ id: showId, title: { en: id }, startsAt: START_AT })
      const room = await store.readRoom(showId)
      const ofOffer = new Map(room?.room.offers.map((offer) => [offer.variantId, offer]))
      const variants = room?.room.products.flatMap((product) => product.variants) ?? []
      return variants.map(({ id: variantId }) => {
        const { allotted, free } = ofOffer.get(variantId) ?? { allotted: -1, free: -2 }
        return allotted === free ? allotted : [allotted, free]
      })
    }
    expect(await allottedTo('beside')).toEqual([0, 0, 0])

    await ledger.changeOffer({ showId: SHOW, offerId: offers.cup, allotted: 4, by: STAFF })
    expect(await store.readFreeUnits()).toMatchObject({ free: 6, products: 2, without: 1, keptBy: [{ showId: SHOW }] })
    expect(await allottedTo('rest')).toEqual([6, 0, 0])

    await ledger.place(aHold('late', 'vb', [[offers.large, 2]]))
    await ledger.endShow({ showId: SHOW, by: STAFF })
    expect(await allottedTo('after')).toEqual([4, 2, 3])

    clock.advance(1)
    const sizes = [2, 5].map((stock, n) => ({ sku: `SHIRT-${'SL'[n]}`, title: null, priceMinor: 2000, stock }))
    await store.saveCatalogue('USD', [{ id: SHIRT, title: { en: 'Shirt' }, picture: '', variants: sizes }])
    // What the shop has now is without the three that were paid; the new shows keep two and three of it.
    expect(await allottedTo('again')).toEqual([0, 0, 0])
    await ledger.release({ holdId: HoldId.parse('late'), viewerId: ViewerId.parse('vb') })
    expect(await allottedTo('freed')).toEqual([0, 0, 2])
  })

  test('two processes that make a show each at once share out no unit twice', async () => {
    const other = await openShop(current().place, { clock: shop().clock })
    await shop().ledger.endShow({ showId: SHOW, by: STAFF })
    const ids = ['one', 'two', 'three', 'four'].map((id) => ShowId.parse(id))

    await Promise.all(
      ids.map((id, n) =>
        (n % 2 === 0 ? shop() : other).store.createShow({ id, title: { en: id }, startsAt: START_AT }),
      ),
    )

    const rooms = await Promise.all(ids.map((id) => shop().store.readRoom(id)))
    const units = rooms.flatMap((room) => room?.room.offers ?? []).reduce((sum, { allotted }) => sum + allotted, 0)
    expect(units).toBe(20)
    await other.close()
  })

  test('guesses at an account are counted over processes, however many are made at once', async () => {
    const other = await openShop(current().place, { clock: shop().clock })
    const stores = [shop().store, other.store]
    const all = Array.from({ length: 30 }, (_, n) => stores[n % 2]?.takeGuess('staff a') ?? Promise.resolve(-1))

    const waits = await Promise.all(all)

    expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
    expect(waits.filter((wait) => wait === 1000)).toHaveLength(20)
    expect(await other.store.takeGuess('staff b')).toBe(0)
    await shop().store.forgetGuesses('staff a')
    expect(await other.store.takeGuess('staff a')).toBe(0)
    await other.close()
  })

  test('a camera that is off is kept for who comes later, and is on again with the next picture', async () => {
    const { store } = shop()
    const place = { status: 'on', mediaNode: 'http://a', renew: false } as const
    const shown = async () => (await store.readRoom(SHOW))?.room.show
    await store.setHost(SHOW, { ...place, renew: true })
    const before = await shown()

    await store.setHost(SHOW, { ...place, picture: 'camera_off' })
    expect(await shown()).toMatchObject({ host: 'on', picture: 'camera_off', mediaEpoch: before?.mediaEpoch })
    await store.setHost(SHOW, { ...place, picture: 'paused' })
    const paused = await shown()
    await store.setHost(SHOW, { ...place, picture: 'paused' })
    expect(await shown()).toEqual(paused)

    await store.setHost(SHOW, { ...place, renew: true })
    expect(await shown()).toMatchObject({ host: 'on', picture: 'shown' })
  })

  test('the host’s place changes the show, and a lost node puts the host away', async () => {
    await shop().store.setHost(SHOW, { status: 'on', mediaNode: 'http://a', renew: true, device: 'phone' })
    await shop().store.loseHostsOf('http://a')

    expect((await shop().store.readRoom(SHOW))?.room.show).toMatchObject({
      host: 'away',
      hostDevice: 'phone',
      mediaNode: 'http://a',
      mediaEpoch: 2,
    })
  })

  test('a show made twice with one id is one show', async () => {
    const again = await shop().store.createShow({ id: SHOW, title: { en: 'Other' }, startsAt: START_AT })

    expect(again).toMatchObject({ title: { en: 'Show' }, shopName: 'Test shop' })
    expect(await shop().store.listShows()).toMatchObject([{ id: SHOW, products: 2 }])
  })

  test('a secret is made once, also when two ask at once', async () => {
    const made = await Promise.all(['one', 'two'].map((value) => shop().store.secret('key', async () => value)))

    expect(made[0]).toBe(made[1])
    expect(await shop().store.secret('key', async () => 'three')).toBe(made[0])
  })

  test('sessions are found by their token until they are deleted', async () => {
    await shop().store.saveStaff({ id: STAFF, name: 'ann', role: 'owner', passwordHash: 'x' })
    await shop().store.saveSession({ tokenHash: 't', staffId: STAFF, createdAt: 1, seenAt: 1 })
    await shop().store.touchSession('t', 5)

    expect(await shop().store.findSession('t')).toEqual({ tokenHash: 't', staffId: STAFF, createdAt: 1, seenAt: 5 })
    await shop().store.deleteSession('t')
    expect(await shop().store.findSession('t')).toBeNull()
  })
}

function processes(current: Current, makeNew: PlaceMaker): void {
  test('several may open a new database at once', async () => {
    const fresh = await makeNew()
    const clock = createSharedClock(START_AT)

    const opened = await Promise.all([fresh.open(clock), fresh.open(clock), fresh.open(clock)])

    await Promise.all(opened.map((database) => database.close()))
    await fresh.drop()
  })

  test('two that make the same show at once make one', async () => {
    const { shop, place } = current()
    const other = await openShop(place, { clock: shop.clock })
    const show = { id: ShowId.parse('next'), title: { en: 'Next' }, startsAt: START_AT }

    const made = await Promise.all([shop.store.createShow(show), other.store.createShow(show)])

    expect(made[0]).toEqual(made[1])
    expect(await shop.store.listShows()).toHaveLength(2)
    await other.close()
  })

  test('two that store comments at once number them without a gap in what a reader sees, and each id once', async () => {
    const { shop, place } = current()
    const other = await openShop(place, { clock: shop.clock })
    const cursor = await cursorOf(shop)

    const posts = Array.from({ length: 20 }, (_, n) =>
      [shop, other].map((at) => commentRecords(at.store).addComments([aComment(`c${n}`)])),
    )
    await Promise.all(posts.flat())

    const { rows: comments = [] } = (await other.store.readRoomSince(SHOW, cursor)).room.comments ?? {}
    expect(comments.map((comment) => comment.id).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `c${n}`).sort())
    expect(comments.map((comment) => comment.seq)).toEqual(
      [...new Set(comments.map(({ seq }) => seq))].sort((a, b) => a - b),
    )
    await other.close()
  })

  test('what a job was given to break the statement is only text', async () => {
    const { shop } = current()
    const texts = [`"quoted" \\ {a,b} 'it'`, 'line\nline\ttab', 'null', 'NULL', '灯笼 🏮', '']

    const kept = await addAll(
      shop,
      texts.map((text, n) => aComment(`t${n}`, text)),
    )

    expect(kept.map((comment) => comment.text)).toEqual(texts)
  })

  test('a NUL takes nothing down, alone or beside others, the same or different', async () => {
    const { shop } = current()
    const texts = [['a\0b'], ['a\0b', 'a\0b'], ['a\0b', 'c']]

    const kept: string[] = []
    for (const [nth, some] of texts.entries()) {
      const comments = await addAll(
        shop,
        some.map((text, n) => aComment(`nul${nth}-${n}`, text)),
      )
      kept.push(...comments.map(({ text }) => text.replace(/[\0\uFFFD]/, '-')))
    }

    expect(kept).toEqual(['a-b', 'a-b', 'a-b', 'a-b', 'c'])
  })
}
