// Several processes sell from one shared stock: each unit once, whoever draws, asks back or ends a show meanwhile.
import { describe, expect, test } from 'vitest'
import { type PlaceMaker, withShop } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { B, openSharedShow, sharedShowOf } from './sharedShow.ts'

export function processesContract(name: string, makePlace: PlaceMaker): void {
  describe(`a shared stock and several processes on ${name}`, () => {
    const current = withShop(makePlace)

    test('all is sold in two shows by two processes, and nothing twice', async () => {
      const { shop, place } = current()
      const one = await openSharedShow(shop)
      await one.share()
      const other = await openShop(place)
      const two = await sharedShowOf(other)

      const asked = Array.from({ length: 40 }, (_, n) => {
        const by = n % 2 === 0 ? one : two
        return by.hold(`h${n}`, n % 3 === 0 ? SHOW : B)
      })
      const outcomes = await Promise.all([...asked, one.sweep(), two.sweep()])
      const ended = await other.ledger.endShow({ showId: B, by: STAFF })
      await Promise.all([one.sweep(), two.sweep()])
      await other.close()

      expect(ended).toMatchObject({ ok: true })
      expect(outcomes.filter((outcome) => typeof outcome !== 'number' && outcome.ok)).toHaveLength(10)
      expect(await one.unitsOfAll()).toBe(10)
    })
  })
}
