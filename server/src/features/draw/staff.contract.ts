// What every database must hold to for staff in draws: whoever is seen as staff after entering wins nothing.
import { describe, expect, test } from 'vitest'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { readOut } from '../../activities/seals/jobs.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW } from '../../ledger/proofs/testShop.ts'
import { aDraw, claim, closeByClock, DRAW, type DrawShow, enter, HOUR_MS } from '../../testing/drawShow.ts'
import { readDraw, readDraws, settle } from '../../testing/drawShow.ts'
import { withDrawShow } from '../../testing/withDrawShow.ts'

const NAMES = ['ann', 'bob', 'cyd']

export function staffContract(name: string, makePlace: PlaceMaker): void {
  describe(`staff in draws on ${name}`, () => {
    let shop: DrawShow
    withDrawShow(makePlace, (opened) => (shop = opened))

    const enterAll = async (winners: number) => {
      await shop.ledger.makeActivity(aDraw({ winners }))
      for (const one of NAMES) await enter(shop, one)
      await closeByClock(shop)
    }
    const isStaff = (who: string) => shop.store.noteStaffViewer(ViewerId.parse(who))
    const winners = async () => (await readDraw(shop)).drawn?.map((one) => `${one.name} ${one.state}`) ?? []

    test('who was seen as staff after entering is passed over', async () => {
      await enterAll(9)
      await isStaff('ann')
      await settle(shop)

      expect((await winners()).toSorted()).toEqual(['bob! won', 'cyd! won'])
      expect((await readDraws(shop)).own.get('ann')?.wins ?? []).toEqual([])
    })

    test('who is seen as staff while it is drawn is not taken down as a winner: it is drawn again', async () => {
      await enterAll(9)
      // Read before, told after: what was read is old by then.
      const run: typeof shop.database.run = async (job, input) => {
        const answer = await shop.database.run(job, input)
        if (job.name === readOut.name) await isStaff('ann')
        return answer
      }
      const racing = { ...shop, database: { ...shop.database, run } }

      expect(await settle(racing)).toBe(0)
      expect(await winners()).toEqual([])
      expect(await settle(shop)).toBe(1)
      expect((await winners()).toSorted()).toEqual(['bob! won', 'cyd! won'])
    })

    test('who is seen as staff after winning claims nothing, and the place goes on; what was claimed stays', async () => {
      await enterAll(1)
      await settle(shop)
      const won = (await winners())[0]?.split('!')[0] ?? ''
      await isStaff(won)

      expect(await claim(shop, won)).toMatchObject({ code: 'STAFF_CANNOT_WIN' })
      shop.clock.advance(HOUR_MS)
      await settle(shop)
      const next = (await winners()).find((one) => one.endsWith('! won'))?.split('!')[0] ?? ''
      expect(await claim(shop, next)).toMatchObject({ ok: true })
      await isStaff(next)
      expect(await claim(shop, next, 'cyd@shop.test')).toMatchObject({ ok: true })
    })

    test('who was passed over for a place is not passed over for another one by whoever read it before', async () => {
      await enterAll(2)
      await settle(shop)
      const { own } = await readDraws(shop)
      const all = NAMES.map((who) => ({ who, has: own.get(who) }))
      const [left] = all.filter(({ has }) => has?.wins.length === 0)
      const lost = all.flatMap(({ has }) => (has?.wins.length === 0 ? [] : (has?.entries[0]?.receipt?.entryId ?? [])))
      const entryId = left?.has?.entries[0]?.receipt?.entryId ?? ''
      await isStaff(left?.who ?? '')
      shop.clock.advance(HOUR_MS)
      const stale = { showId: SHOW, activityId: DRAW, passed: [{ entryId, why: 'staff' as const }], to: null }

      expect(await shop.ledger.redraw({ ...stale, lost: lost[0] ?? '' })).toBe('done')
      expect(await shop.ledger.redraw({ ...stale, lost: lost[1] ?? '' })).toBe('again')
      expect(await settle(shop)).toBe(1)
    })
  })
}
