// What every database must hold to for prizes of long ago: whoever has won one finds it, and staff find how to reach the winner.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { MOST_OVER } from '../../activities/readActivities.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aDraw, claim, closeByClock, DRAW, type DrawShow, enter, LENGTH_MS } from '../../testing/drawShow.ts'
import { readDraws, settle } from '../../testing/drawShow.ts'
import { withDrawShow } from '../../testing/withDrawShow.ts'

export function keptContract(name: string, makePlace: PlaceMaker): void {
  describe(`prizes of long ago on ${name}`, () => {
    let shop: DrawShow
    withDrawShow(makePlace, (opened) => (shop = opened))

    /** More than a room tells of, all in one batch. */
    const playOn = async () => {
      const opensAt = shop.clock.now() - 2 * LENGTH_MS
      const ids = Array.from({ length: MOST_OVER + 1 }, (_, n) => ActivityId.parse(`later-${n}`))
      const made = await Promise.all(
        ids.map((activityId) => shop.ledger.makeActivity(aDraw({}, { activityId, start: 'announced', opensAt }))),
      )
      expect(made.every((one) => one.ok && one.value.state === 'closed')).toBe(true)
    }
    const told = async () => {
      const { seen, staff, own } = await readDraws(shop)
      const isKept = ({ id }: { readonly id: ActivityId }) => id === DRAW
      return { seen: seen.filter(isKept), staff: staff.filter(isKept), own }
    }

    test('one that nobody has claimed yet is told as long as it can be; claimed, staff see by whom', async () => {
      await shop.ledger.makeActivity(aDraw({ winners: 1 }))
      for (const who of ['ann', 'bob']) await enter(shop, who)
      await closeByClock(shop)
      await settle(shop)
      await playOn()

      const before = await told()
      const [won] = before.seen[0]?.drawn ?? []
      const [who = '', theirs] = [...before.own].find(([, { wins }]) => wins.length > 0) ?? []
      expect(won).toMatchObject({ name: `${who}!`, state: 'won' })
      expect(theirs).toMatchObject({ wins: [{ activityId: DRAW, state: 'won' }], entries: [{ activityId: DRAW }] })
      // Of all who were in, the winner alone is told of it.
      expect([...before.own.keys()]).toEqual([who])

      expect(await claim(shop, who)).toMatchObject({ ok: true })

      const contact = { is: 'email', value: 'ann@shop.test' }
      const after = await told()
      expect(after.staff).toMatchObject([{ id: DRAW, contacts: [{ contact }] }])
      // Whose card says how they said that they are reached.
      const kept = { wins: [{ activityId: DRAW, state: 'claimed' }], entries: [{ activityId: DRAW }] }
      expect(after.own.get(who)).toMatchObject(kept)
    })
  })
}
