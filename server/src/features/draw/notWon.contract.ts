// What every database must hold to for the condition of not having won in the show: it is asked of every kind of activity.
import { describe, expect, test } from 'vitest'
import type { Progress } from '@lantern/shared/activities/conditions.ts'
import { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF, START_AT } from '../../ledger/proofs/testShop.ts'
import { aDraw, claim, closeByClock, type DrawShow, enter, HOUR_MS } from '../../testing/drawShow.ts'
import { readDraw, settle } from '../../testing/drawShow.ts'
import { withDrawShow } from '../../testing/withDrawShow.ts'

const NEXT = ActivityId.parse('draw-2')
const ELSEWHERE = ActivityId.parse('draw-3')
const OTHER_SHOW = ShowId.parse('other')

export function notWonContract(name: string, makePlace: PlaceMaker): void {
  describe(`not having won in the show on ${name}`, () => {
    let shop: DrawShow
    withDrawShow(makePlace, (opened) => (shop = opened))

    const forOthers = (activityId: ActivityId, showId = SHOW) =>
      shop.ledger.makeActivity(
        aDraw({}, { activityId, showId, lengthMs: 10 * HOUR_MS, conditions: [{ is: 'notWon' }] }),
      )
    /** Of two who entered, the one who has won, and the other. */
    const drawOne = async () => {
      await shop.ledger.makeActivity(aDraw({ winners: 1 }))
      await Promise.all(['ann', 'bob'].map((one) => enter(shop, one)))
      await closeByClock(shop)
      await settle(shop)
      const won = (await readDraw(shop)).drawn?.[0]?.name?.slice(0, -1)
      return won === 'ann' ? (['ann', 'bob'] as const) : (['bob', 'ann'] as const)
    }
    const progress = (who: string, activityId = NEXT): Promise<Progress[] | null> =>
      shop.ledger.progressOf({ showId: SHOW, activityId, viewerId: ViewerId.parse(who), via: null, watching: null })

    test('who won is told so and stays out, also having claimed it; who did not is in, many asking at once', async () => {
      const [won, lost] = await drawOne()
      await forOthers(NEXT)

      const outcomes = await Promise.all([won, lost, 'cyd'].map((one) => enter(shop, one, NEXT)))

      expect(outcomes).toMatchObject([
        { code: 'CONDITIONS_UNMET', detail: { progress: [{ have: 0, need: 1 }] } },
        { ok: true },
        { ok: true },
      ])
      expect(await claim(shop, won)).toMatchObject({ ok: true })
      expect(await enter(shop, won, NEXT)).toMatchObject({ code: 'CONDITIONS_UNMET' })
      expect(await progress(won)).toEqual([{ have: 0, need: 1 }])
      expect(await progress('dan')).toEqual([{ have: 1, need: 1 }])
    })

    test('who let it go by has not won any more, who it went to has', async () => {
      const [won, next] = await drawOne()
      await forOthers(NEXT)
      shop.clock.advance(HOUR_MS)
      await settle(shop)

      expect(await enter(shop, won, NEXT)).toMatchObject({ ok: true })
      expect(await enter(shop, next, NEXT)).toMatchObject({ code: 'CONDITIONS_UNMET' })
    })

    test('what was won in another show does not count', async () => {
      const [won] = await drawOne()
      await shop.store.createShow({ id: OTHER_SHOW, title: { en: 'Other' }, startsAt: START_AT })
      await shop.store.goLive(OTHER_SHOW, STAFF)
      await forOthers(ELSEWHERE, OTHER_SHOW)

      const ids = { showId: OTHER_SHOW, activityId: ELSEWHERE, viewerId: ViewerId.parse(won), requestId: 'r' }
      const outcome = await shop.ledger.enter({ ...ids, via: null, watching: null, kind: 'draw', entry: {} })

      expect(outcome).toMatchObject({ ok: true })
    })
  })
}
