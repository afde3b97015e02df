// What every database must hold to where rows are kept for a time only: what is old goes, and nothing that is still needed.
import { expect, test } from 'vitest'
import { HoldId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { aComment } from '../features/comments/commentShow.contract.ts'
import { withShop } from '../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import { aHold, paid, SHOW } from '../ledger/proofs/testShop.ts'
import { commentRecords } from '../testing/commentRecords.ts'
import { SWEPT_KINDS, type SweptKind } from './schema.ts'
import { sweepOld } from './sweep.ts'

const DAY_MS = 86_400_000
const OWNER = StaffId.parse('owner')

export function retentionContract(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const shop = () => current().shop
  const sweep = (kind: SweptKind, days: number, limit = 100) =>
    shop().database.run(sweepOld, { kind, before: shop().clock.now() - days * DAY_MS, after: null, limit })

  async function evening() {
    const { ledger, store, offers } = shop()
    const viewers = ['ann', 'bob', 'cat'].map((name) => ViewerId.parse(name))
    for (const viewerId of viewers) {
      const place = aHold(`of-${viewerId}`, viewerId, [[offers.cup, 1]])
      const placed = await ledger.place({ ...place, viewerName: viewerId, source: `at ${viewerId}` })
      expect(placed.ok).toBe(true)
      await commentRecords(store).addComments([aComment(`c-${viewerId}`, { viewerId, name: viewerId })])
      await store.noteVisits([{ showId: SHOW, viewerId, at: shop().clock.now() }])
    }
    await ledger.report(paid('of-ann', 'order-1'))
    await ledger.release({ holdId: HoldId.parse('of-bob'), viewerId: ViewerId.parse('bob') })
  }
  const end = () => shop().ledger.endShow({ showId: SHOW, by: OWNER })
  const known = async () => JSON.stringify(await shop().store.readRoom(SHOW))

  test('nothing goes of a show that is not over, or not for long enough', async () => {
    await evening()
    shop().clock.advance(50 * DAY_MS)

    for (const kind of SWEPT_KINDS) expect(await sweep(kind, 7)).toEqual({ rows: 0, showId: null })
    await end()
    for (const kind of SWEPT_KINDS) expect(await sweep(kind, 7)).toEqual({ rows: 0, showId: null })
  })

  test('it goes a few rows at a time, once, and the books balance', async () => {
    await evening()
    await end()
    shop().clock.advance(8 * DAY_MS)

    expect(await sweep('comments', 7, 2)).toEqual({ rows: 2, showId: SHOW })
    expect(await sweep('comments', 7, 2)).toEqual({ rows: 1, showId: SHOW })
    expect(await sweep('comments', 7, 2)).toEqual({ rows: 0, showId: null })
    expect((await sweep('visits', 7)).rows).toBe(3)
    expect((await sweep('contacts', 7)).rows).toBe(0)

    expect(await known()).not.toContain('"text":"hello')
    expect(await shop().ledger.check()).toEqual([])
  })

  test('an open hold keeps its name and its address until it is over', async () => {
    await evening()
    await end()
    shop().clock.advance(8 * DAY_MS)
    const left = async () => {
      const { holds } = (await shop().store.readRoom(SHOW))?.desk ?? { holds: [] }
      return holds.map(({ viewerName }) => viewerName).filter((name) => name !== '')
    }

    const first = await Promise.all([sweep('names', 7), sweep('addresses', 7)])

    expect(first.map(({ rows }) => rows)).toEqual([2, 2])
    expect(await left()).toEqual(['cat'])
    await shop().ledger.release({ holdId: HoldId.parse('of-cat'), viewerId: ViewerId.parse('cat') })
    expect((await sweep('names', 7)).rows).toBe(1)
    expect(await sweep('names', 7)).toEqual({ rows: 0, showId: null })
    expect(await shop().ledger.check()).toEqual([])
  })
}
