// What every database must say to operators of the plays of its shows: counted by kind and state, with no id in it.
import { describe, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { readPlayFigures } from '../../activities/figures.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { aDraw, closeByClock, type DrawShow, enter, openDrawShow, settle } from '../../testing/drawShow.ts'

export function figuresContract(name: string, makePlace: PlaceMaker): void {
  describe(`figures of plays on ${name}`, () => {
    const withShow = async (play: (shop: DrawShow) => Promise<void>) => {
      const place = await makePlace()
      const shop = await openDrawShow(place)
      await play(shop)
      await shop.close()
      await place.drop()
    }
    const read = ({ database }: DrawShow) => database.run(readPlayFigures, null)

    test('a draw waits from its round on, not from its close, until it is drawn', () =>
      withShow(async (shop) => {
        await shop.ledger.makeActivity(aDraw())
        await Promise.all(['ann', 'bob', 'cyd'].map((one) => enter(shop, one)))
        await closeByClock(shop)

        expect((await read(shop)).drawWaitsMs).toBe(0)
        shop.clock.advance(90_000)
        expect(await read(shop)).toEqual({
          activities: [{ kind: 'draw', state: 'closed', n: 1, entries: 3 }],
          rewards: [],
          drawWaitsMs: 90_000,
        })
        await settle(shop)
        expect(await read(shop)).toMatchObject({ activities: [{ state: 'settled' }], drawWaitsMs: 0 })
      }))

    test('rewards are counted by the kind that granted them; with its show all of it is over', () =>
      withShow(async (shop) => {
        const config = { greeting: null, how: 'fixed', places: 2, totalMinor: 100, leastMinor: 1 }
        const coupon = { currency: 'USD', fromMinor: 0, productIds: null, until: 4_000_000_000_000 }
        const activityId = ActivityId.parse('packet')
        const packet = { activityId, kind: 'redPacket', config: { ...config, ...coupon }, lengthMs: null }
        await shop.ledger.makeActivity({ ...aDraw(), ...packet })
        const who = { showId: SHOW, activityId, viewerId: ViewerId.parse('ann'), via: null, watching: null }
        await shop.ledger.enter({ ...who, kind: 'redPacket', entry: null, requestId: 'r' })

        expect((await read(shop)).rewards).toEqual([{ kind: 'redPacket', state: 'granted', n: 1 }])
        await shop.ledger.endShow({ showId: SHOW, by: STAFF })
        expect(await read(shop)).toEqual({ activities: [], rewards: [], drawWaitsMs: 0 })
      }))
  })
}
