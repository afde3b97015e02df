// What every database must hold to for comment to buy: rules, keywords, comments found again, and lines taken off holds.
import { commentRecords } from '../../testing/commentRecords.ts'
import { describe, expect, test } from 'vitest'
import { CommentId, HoldId, OfferId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { findAct, findComment, latestComments, liveHolds, setBuying, startAct } from './jobs.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, openShop, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'

type Current = ReturnType<typeof withShop>

export function buyingContract(name: string, makePlace: PlaceMaker): void {
  describe(`rules of comment to buy on ${name}`, () => rules(withShop(makePlace)))
  describe(`comments that buy on ${name}`, () => comments(withShop(makePlace)))
  describe(`lines taken off holds on ${name}`, () => lines(withShop(makePlace)))
}

const VERA = ViewerId.parse('vera')
const keywordsOf = (buying: { keywords: readonly { keyword: string }[] } | null | undefined) =>
  buying?.keywords.map(({ keyword }) => keyword)

function rules(current: Current): void {
  const shop = () => current().shop
  const readBuying = async () => (await shop().store.readRoom(SHOW))?.room.buying

  test('a new show has a keyword for every offer, and takes no orders yet', async () => {
    expect(await readBuying()).toMatchObject({ on: false, matching: 'contains', numberRequired: false })
    expect(keywordsOf(await readBuying())).toEqual(['A1', 'B1', 'B2'])
  })

  test('a change travels by the cursor, once, and is in the event log', async () => {
    const other = await openShop(current().place, { clock: shop().clock })
    const cursor = (await other.store.readRoom(SHOW))?.cursor ?? 0

    const outcome = await shop().store.change(setBuying, {
      by: STAFF,
      showId: SHOW,
      change: { on: true, matching: 'only' },
    })

    const delta = await other.store.readRoomSince(SHOW, cursor)
    expect(outcome).toEqual({ ok: true, value: delta.room.buying })
    expect(delta.room.buying).toMatchObject({ on: true, matching: 'only', version: delta.cursor })
    expect((await other.store.readRoomSince(SHOW, delta.cursor)).room.buying).toBeUndefined()
    await other.close()
  })

  test('the same rules again write nothing', async () => {
    const first = await shop().store.change(setBuying, { by: STAFF, showId: SHOW, change: { on: true } })

    expect(await shop().store.change(setBuying, { by: STAFF, showId: SHOW, change: { on: true } })).toEqual(first)
  })

  test('keywords stay unique however they are written, and two may change places', async () => {
    const { store, offers } = shop()
    const taken = await store.change(setBuying, {
      by: STAFF,
      showId: SHOW,
      change: { keywords: [{ offerId: offers.cup, keyword: 'ｂ１' }] },
    })
    const swap = [
      { offerId: offers.small, keyword: 'B2' },
      { offerId: offers.large, keyword: 'B1' },
    ]

    expect(taken).toMatchObject({ code: 'KEYWORD_TAKEN' })
    expect(await store.change(setBuying, { by: STAFF, showId: SHOW, change: { keywords: swap } })).toMatchObject({
      ok: true,
    })
    expect(keywordsOf(await readBuying())).toEqual(['A1', 'B2', 'B1'])
  })

  test('two who change keywords at once leave no two the same', async () => {
    const { store, offers } = shop()
    const asked = [offers.small, offers.large].map((offerId) =>
      store.change(setBuying, { by: STAFF, showId: SHOW, change: { keywords: [{ offerId, keyword: 'Lucky' }] } }),
    )

    const outcomes = await Promise.all(asked)

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(keywordsOf(await readBuying())?.filter((keyword) => keyword === 'Lucky')).toHaveLength(1)
  })

  test('neither another show’s offers nor a show that is over', async () => {
    const { store, ledger } = shop()
    const stranger = [{ offerId: OfferId.parse('x'), keyword: 'X' }]

    expect(await store.change(setBuying, { by: STAFF, showId: SHOW, change: { keywords: stranger } })).toMatchObject({
      code: 'OFFER_NOT_FOUND',
    })
    expect(await store.change(setBuying, { by: STAFF, showId: ShowId.parse('x'), change: {} })).toMatchObject({
      code: 'SHOW_NOT_FOUND',
    })
    await ledger.endShow({ showId: SHOW, by: STAFF })
    expect(await store.change(setBuying, { by: STAFF, showId: SHOW, change: { on: true } })).toMatchObject({
      code: 'SHOW_ENDED',
    })
  })
}

function comments(current: Current): void {
  const shop = () => current().shop
  const aComment = (id: string, fromStaff = false) => {
    return {
      id,
      showId: SHOW,
      viewerId: VERA,
      name: 'Vera',
      fromStaff,
      text: id,
      words: 'clean' as const,
      replyTo: null,
    }
  }

  test('viewers’ comments come newest first, as many as asked for', async () => {
    await commentRecords(shop().store).addComments([aComment('a'), aComment('b', true), aComment('c'), aComment('d')])

    expect((await shop().store.run(latestComments, { showId: SHOW, limit: 2 })).map(({ id }) => id)).toEqual(['d', 'c'])
    expect((await shop().store.run(latestComments, { showId: SHOW, limit: 9 })).map(({ id }) => id)).toEqual([
      'd',
      'c',
      'a',
    ])
  })

  test('a comment is found in its show alone', async () => {
    await commentRecords(shop().store).addComments([aComment('a')])
    const commentId = CommentId.parse('a')

    expect(await shop().store.run(findComment, { showId: SHOW, commentId })).toMatchObject({
      text: 'a',
      viewerId: VERA,
    })
    expect(await shop().store.run(findComment, { showId: ShowId.parse('x'), commentId })).toBeNull()
  })

  test('what was erased is neither found nor tried', async () => {
    await commentRecords(shop().store).addComments([aComment('a')])
    await shop().store.eraseViewer({ showId: SHOW, viewerId: VERA, by: STAFF })

    expect(await shop().store.run(findComment, { showId: SHOW, commentId: CommentId.parse('a') })).toBeNull()
    expect(await shop().store.run(latestComments, { showId: SHOW, limit: 9 })).toEqual([])
  })

  test('a comment starts to change holds once', async () => {
    await commentRecords(shop().store).addComments([aComment('a')])
    const start = () => shop().store.run(startAct, { commentId: CommentId.parse('a'), holdIds: [HoldId.parse('h')] })

    expect(await Promise.all([start(), start(), start()])).toEqual(expect.arrayContaining([true, false, false]))
    expect(await start()).toBe(false)
    expect(await shop().store.run(findAct, { commentId: CommentId.parse('a') })).toEqual(['h'])
    expect(await shop().store.run(findAct, { commentId: CommentId.parse('b') })).toBeNull()
  })

  test('live holds are the viewer’s own that can still be paid', async () => {
    const { store, ledger, offers, clock } = shop()
    await ledger.place(aHold('cup', 'vera', [[offers.cup, 1]]))
    await ledger.place(aHold('small', 'vera', [[offers.small, 1]]))
    await ledger.place(aHold('other', 'panda', [[offers.large, 1]]))
    await ledger.release({ holdId: HoldId.parse('small'), viewerId: VERA })

    expect((await store.run(liveHolds, { showId: SHOW, viewerId: VERA })).map(({ id }) => id)).toEqual(['cup'])
    clock.advance(3_600_000)
    expect(await store.run(liveHolds, { showId: SHOW, viewerId: VERA })).toEqual([])
  })
}

function lines(current: Current): void {
  const shop = () => current().shop
  const holdId = HoldId.parse('h')

  test('a line of zero leaves the hold and gives its units back', async () => {
    const { ledger, store, offers, pool } = shop()
    await ledger.place(aHold('h', 'vera', [[offers.cup, 2], [offers.small, 1]])) // prettier-ignore

    const outcome = await ledger.change({ holdId, viewerId: VERA, lines: [{ offerId: offers.cup, quantity: 0 }] })

    expect(outcome).toMatchObject({ ok: true, value: { state: 'held', totalMinor: 2000 } })
    expect((await store.run(liveHolds, { showId: SHOW, viewerId: VERA }))[0]?.lines).toMatchObject([
      { offerId: offers.small, quantity: 1 },
    ])
    expect(await pool(offers.cup)).toMatchObject({ free: 10, taken: 0 })
    expect(await ledger.check()).toEqual([])
  })

  test('what left a hold can be held anew, and the same tap again is still the same hold', async () => {
    const { ledger, offers } = shop()
    const tap = aHold('h', 'vera', [[offers.cup, 2], [offers.small, 1]]) // prettier-ignore
    await ledger.place(tap)
    await ledger.change({ holdId, viewerId: VERA, lines: [{ offerId: offers.cup, quantity: 0 }] })

    expect(await ledger.place(aHold('again', 'vera', [[offers.cup, 1]]))).toMatchObject({ ok: true })
    expect(await ledger.place(tap)).toMatchObject({ ok: true, value: { id: 'h' } })
    expect(await ledger.check()).toEqual([])
  })

  test('without any line the hold is released', async () => {
    const { ledger, offers, pool } = shop()
    await ledger.place(aHold('h', 'vera', [[offers.cup, 2]]))

    const outcome = await ledger.change({ holdId, viewerId: VERA, lines: [{ offerId: offers.cup, quantity: 0 }] })

    expect(outcome).toMatchObject({ ok: true, value: { state: 'released', lines: [{ quantity: 2 }] } })
    expect(await pool(offers.cup)).toMatchObject({ free: 10 })
  })

  test('nothing leaves a hold that is at the checkout', async () => {
    const { ledger, offers } = shop()
    await ledger.place(aHold('h', 'vera', [[offers.cup, 2]]))
    await ledger.report({ eventId: 'e', endpointId: 'shop', holdId, type: 'checkout.opened' })

    const outcome = await ledger.change({ holdId, viewerId: VERA, lines: [{ offerId: offers.cup, quantity: 0 }] })

    expect(outcome).toMatchObject({ code: 'HOLD_PAYING' })
  })
}
