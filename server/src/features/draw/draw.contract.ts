// What every database must hold to for draws: what is promised before, who wins by it, and what becomes of the prize.
import { describe, expect, test } from 'vitest'
import { roundTime } from '@lantern/shared/activities/rounds.ts'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { receiptOf } from '../../activities/seals/hashes.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'
import {
  aDraw,
  claim,
  closeByClock,
  DRAW,
  type DrawShow,
  enter,
  HOUR_MS,
  LENGTH_MS,
  openDrawShow,
  readDraw,
  readDraws,
  settle,
} from '../../testing/drawShow.ts'
import { withDrawShow } from '../../testing/withDrawShow.ts'

const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gil']

export function drawContract(name: string, makePlace: PlaceMaker): void {
  describe(`draws on ${name}`, () => {
    let place: DatabasePlace
    let shop: DrawShow
    withDrawShow(makePlace, (...opened) => ([shop, place] = opened))

    const make = (...asked: Parameters<typeof aDraw>) => shop.ledger.makeActivity(aDraw(...asked))
    const enterAll = async (names: readonly string[] = NAMES, id = DRAW) => {
      for (const one of names) await enter(shop, one, id)
    }
    const names = async (id = DRAW) => (await readDraw(shop, id)).drawn?.map((one) => `${one.name} ${one.state}`)
    const winner = async (nth: number) => {
      const name = (await readDraw(shop)).drawn?.[nth]?.name
      if (!name) throw new Error('nobody has won that')
      return name.slice(0, -1)
    }
    const receipt = async (who: string) => {
      const { own } = await readDraws(shop)
      const found = own.get(who)?.entries[0]?.receipt
      if (!found) throw new Error(`${who} has no receipt`)
      return found
    }
    const move = async (act: 'close' | 'cancel' | 'open', activityId = DRAW) => {
      const revision = (await readDraws(shop)).staff.find(({ id }) => id === activityId)?.revision ?? 0
      return shop.ledger.moveActivity({ showId: SHOW, activityId, act, revision, by: STAFF })
    }

    test('at its opening a seed is promised and a round named that comes after the close', async () => {
      const made = await make()

      expect(made).toMatchObject({ ok: true, value: { seal: { round: 1000 } } })
      const { seal, closesAt } = await readDraw(shop)
      expect(seal?.head).toBe(seal?.commitment)
      expect(roundTime(1000)).toBeGreaterThan(closesAt ?? Infinity)
    })

    test('whoever enters is given an id and a receipt, and the receipts are a chain whose head everyone sees', async () => {
      await make()
      await enterAll(['ann', 'bob'])
      await enter(shop, 'ann')

      const { seal, entries } = await readDraw(shop)
      const [ann, bob] = [await receipt('ann'), await receipt('bob')]
      expect(ann.receipt).toBe(receiptOf(seal?.commitment ?? '', ann.entryId))
      expect(bob).toEqual({ entryId: bob.entryId, receipt: receiptOf(ann.receipt, bob.entryId) })
      expect(seal?.head).toBe(bob.receipt)
      expect(entries).toBe(2)
    })

    test('winners are drawn once the round is out, each told alone, and named for everyone as they chose', async () => {
      await make()
      await enterAll()
      await closeByClock(shop)

      expect(await settle(shop)).toBe(1)

      const { state, drawn } = await readDraw(shop)
      expect(state).toBe('settled')
      expect(drawn).toHaveLength(2)
      expect(new Set(drawn?.map(({ name }) => name)).size).toBe(2)
      const { own } = await readDraws(shop)
      const told = [...own].filter(([, { wins }]) => wins.length > 0)
      expect(told.map(([who]) => `${who}!`).sort()).toEqual(drawn?.map(({ name }) => name).sort())
      expect(told[0]?.[1].wins[0]).toMatchObject({ state: 'won', until: shop.clock.now() + HOUR_MS, contact: null })
    })

    test('it stays closed while the number is not out or nobody answers, and is never decided otherwise', async () => {
      await make()
      await enterAll()
      shop.clock.advance(LENGTH_MS)
      await shop.ledger.sweep(10)

      expect(await settle(shop)).toBe(0)
      shop.clock.advance(6000)
      shop.beacon.reach(false)
      expect(await settle(shop)).toBe(0)
      expect(await readDraw(shop)).toMatchObject({ state: 'closed', drawn: null })
      shop.beacon.reach(true)
      expect(await settle(shop)).toBe(1)
    })

    test('where no number is reached at its opening none is named, and it is drawn by the seed alone', async () => {
      shop.beacon.reach(false)
      await make()
      await enterAll()
      shop.beacon.reach(true)
      await closeByClock(shop)

      expect(await settle(shop)).toBe(1)
      expect(await readDraw(shop)).toMatchObject({ state: 'settled', seal: { round: null } })
    })

    test('closed early by hand it waits for the round that was named', async () => {
      await make()
      await enterAll()
      await move('close')

      expect(await settle(shop)).toBe(0)
      expect(await enter(shop, 'late')).toMatchObject({ code: 'ACTIVITY_OVER' })
      shop.clock.set(roundTime(1000))
      expect(await settle(shop)).toBe(1)
    })

    test('fewer than the prizes: everyone wins; nobody: nobody', async () => {
      const other = ActivityId.parse('draw-2')
      await make()
      await make({}, { activityId: other })
      await enterAll(['ann'])
      await closeByClock(shop)

      expect(await settle(shop)).toBe(2)
      expect(await names()).toEqual(['ann! won'])
      expect(await names(other)).toEqual([])
    })

    test('who has won in this show is passed over, and who was erased', async () => {
      const other = ActivityId.parse('draw-2')
      const once = { conditions: [{ is: 'notWon' as const }] }
      await make({ winners: 3 }, once)
      await make({ winners: 9 }, { ...once, activityId: other })
      await enterAll()
      await enterAll(NAMES, other)
      await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('ann'), by: STAFF })
      await closeByClock(shop)
      for (let more = 1; more > 0;) more = await settle(shop)

      const [first = [], second = []] = [await names(), await names(other)]
      expect(first).toHaveLength(3)
      expect([...first, ...second].sort()).toEqual(NAMES.slice(1).map((name) => `${name}! won`))
    })

    test('where winning twice is allowed, who has won wins again', async () => {
      const other = ActivityId.parse('draw-2')
      await make({ winners: 9 })
      await make({ winners: 9 }, { activityId: other })
      await enterAll()
      await enterAll(NAMES, other)
      await closeByClock(shop)
      for (let more = 1; more > 0;) more = await settle(shop)

      const [first = [], second = []] = [await names(), await names(other)]
      expect(first).toHaveLength(NAMES.length)
      expect(first.toSorted()).toEqual(second.toSorted())
    })

    test('a winner says how they are reached: staff and they alone see it, and it is erased with them', async () => {
      await make()
      await enterAll()
      await closeByClock(shop)
      await settle(shop)
      const who = await winner(0)

      expect(await claim(shop, who, 'a@shop.test')).toMatchObject({ ok: true, value: { state: 'claimed', place: 1 } })
      expect(await claim(shop, who, 'b@shop.test')).toMatchObject({ ok: true })

      const { seen, staff, own } = await readDraws(shop)
      expect(JSON.stringify(seen)).not.toContain('shop.test')
      expect(staff[0]?.contacts).toMatchObject([{ contact: { is: 'email', value: 'b@shop.test' } }])
      expect(own.get(who)?.wins[0]).toMatchObject({ contact: { value: 'b@shop.test' }, state: 'claimed' })
      await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse(who), by: STAFF })
      const after = await readDraws(shop)
      expect(JSON.stringify(after.staff)).not.toContain('shop.test')
      expect(after.seen[0]?.drawn?.[0]).toMatchObject({ name: null, state: 'claimed' })
    })

    test('what is not claimed in time goes to the next in order, once, as long as somebody is left', async () => {
      await make({ winners: 1 })
      await enterAll(['ann', 'bob'])
      await closeByClock(shop)
      await settle(shop)
      const first = await winner(0)
      shop.clock.advance(HOUR_MS)

      expect(await claim(shop, first)).toMatchObject({ code: 'CLAIM_OVER' })
      expect(await settle(shop)).toBe(1)
      expect(await settle(shop)).toBe(0)

      const next = first === 'ann' ? 'bob' : 'ann'
      expect(await names()).toEqual([`${first}! expired`, `${next}! won`])
      expect((await readDraw(shop)).drawn?.map(({ place: of }) => of)).toEqual([1, 1])
      expect(await claim(shop, first)).toMatchObject({ code: 'CLAIM_OVER' })
      shop.clock.advance(HOUR_MS)
      await settle(shop)
      expect(await names()).toEqual([`${first}! expired`, `${next}! expired`])
      expect(await settle(shop)).toBe(0)
    })

    test('who claimed keeps it; who has not won, or of another show, claims nothing', async () => {
      await make({ winners: 1 })
      await enterAll(['ann', 'bob'])
      await closeByClock(shop)
      await settle(shop)
      const who = await winner(0)
      await claim(shop, who)
      shop.clock.advance(2 * HOUR_MS)

      expect(await settle(shop)).toBe(0)
      expect(await names()).toEqual([`${who}! claimed`])
      expect(await claim(shop, who === 'ann' ? 'bob' : 'ann')).toMatchObject({ code: 'NOT_A_WINNER' })
    })

    test('two processes that settle at once give one result, and a page reads the same after a restart', async () => {
      const other = await openDrawShow(place, shop.clock)
      await make()
      await enterAll()
      await closeByClock(shop)

      const done = await Promise.all([shop, other, shop, other].map((one) => settle(one)))

      expect(done.reduce((sum, n) => sum + n, 0)).toBe(1)
      expect(await readDraw(other)).toEqual(await readDraw(shop))
      expect(await names()).toHaveLength(2)
      await other.close()
    })

    test('a clock that is set back opens no way to enter when the number is about to be out', async () => {
      await make()
      shop.clock.advance(LENGTH_MS + 3000)
      const known = shop.beacon.chainNow()
      shop.clock.set(roundTime(1000) - 30_000)
      shop.beacon.chainNow = () => known

      expect(await enter(shop, 'late')).toMatchObject({ code: 'ACTIVITY_OVER' })
    })

    test('a cancelled one is never drawn', async () => {
      await make()
      await enterAll()
      await move('cancel')
      shop.clock.set(roundTime(1000))

      expect(await settle(shop)).toBe(0)
      expect(await readDraw(shop)).toMatchObject({ state: 'cancelled', drawn: null })
    })

    test('a room that is followed is the room that is read whole, whatever is entered, drawn and claimed', async () => {
      const read = async () => {
        const record = await shop.store.readRoom(SHOW)
        if (record === null) throw new Error('the show is gone')
        return createRoomMemory(record)
      }
      await make({ winners: 1 })
      const followed = await read()
      const acts = [
        () => enterAll(['ann', 'bob']),
        () => closeByClock(shop),
        () => settle(shop),
        async () => void (await claim(shop, await winner(0))),
        async () => {
          const viewerId = ViewerId.parse(await winner(0))
          await shop.store.eraseViewer({ showId: SHOW, viewerId, by: STAFF })
        },
      ]
      for (const act of acts) {
        await act()
        followed.apply(await shop.store.readRoomSince(SHOW, followed.cursor()))
        const whole = await read()
        expect(followed.roomState().draws).toEqual(whole.roomState().draws)
        expect(followed.desk().draws).toEqual(whole.desk().draws)
      }
    })
  })
}
