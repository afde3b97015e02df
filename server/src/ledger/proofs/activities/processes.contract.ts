// Activities where several processes share one database, and after a restart: whoever moves one, it is moved once.
import { describe, expect, test } from 'vitest'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { openShop, SHOW, STAFF } from '../testShop.ts'
import { aMove, anEntry, find, findMiscounts, make, readActivityFacts } from './activityShow.ts'

/** `makePlace` gives places whose ledger knows the tests' kind. */
export function processesContract(name: string, makePlace: PlaceMaker): void {
  describe(`activities of several processes on ${name}`, () => {
    const current = withShop(makePlace)

    test('two share out scarce places, close once, and none takes what comes later', async () => {
      const { shop, place } = current()
      const other = await openShop(place, { clock: shop.clock })
      await make(shop, 'a', { places: 20 }, { lengthMs: 5000 })

      const asked = Array.from({ length: 200 }, (_, n) => {
        return (n % 2 === 0 ? shop : other).ledger.enter(anEntry('a', `v${n}`, ['red']))
      })
      const outcomes = await Promise.all(asked)
      shop.clock.advance(5000)
      await Promise.all([shop, other].flatMap(({ ledger }) => [ledger.sweep(10), ledger.sweep(10)]))

      const places = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.no] : []))
      expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
      expect(await other.ledger.enter(anEntry('a', 'v300', ['red']))).toMatchObject({ code: 'ACTIVITY_OVER' })
      const types = (await shop.database.run(readActivityFacts, null)).map(({ type }) => type)
      expect(types.filter((type) => type === 'activity:closed' || type === 'activity:settled')).toHaveLength(2)
      expect(await findMiscounts(shop)).toEqual([])
      await other.close()
    })

    test('two who open it at once have opened it once; two who change one viewer’s entry leave one', async () => {
      const { shop, place } = current()
      const other = await openShop(place, { clock: shop.clock })
      const { revision } = await make(shop, 'a', {}, { start: 'draft' })

      const both = [shop, other]
      await Promise.all(both.map(({ ledger }) => ledger.moveActivity(aMove('a', 'open', revision))))
      await Promise.all(both.map(({ ledger }, n) => ledger.enter(anEntry('a', `v1 r${n}`, [n === 0 ? 'red' : 'blue']))))

      const types = (await shop.database.run(readActivityFacts, null)).map(({ type }) => type)
      expect(types.filter((type) => type === 'activity:opened')).toHaveLength(1)
      expect((await find(shop, 'a')).life.entries).toBe(1)
      expect(await findMiscounts(shop)).toEqual([])
      await other.close()
    })

    test('after a restart it is as it was: it takes entries, knows requests, and closes in time', async () => {
      const { shop, place } = current()
      await make(shop, 'a', {}, { lengthMs: 5000 })
      const first = await shop.ledger.enter(anEntry('a', 'v1', ['red']))
      const again = await openShop(place, { clock: shop.clock })

      expect(await again.ledger.enter(anEntry('a', 'v1', ['red']))).toEqual(first)
      expect(await again.ledger.enter(anEntry('a', 'v2', ['red']))).toMatchObject({ ok: true, value: { no: 2 } })
      shop.clock.advance(5000)
      await again.ledger.sweep(10)

      expect(await find(again, 'a')).toMatchObject({ life: { state: 'settled' }, result: { most: 'red', entries: 2 } })
      await again.close()
    })

    test('a viewer who is erased leaves what was entered, as nobody’s, and the counts as they were', async () => {
      const { shop } = current()
      await make(shop, 'a')
      const entering = anEntry('a', 'v1', ['red'])
      await shop.ledger.enter(entering)
      await shop.ledger.enter(anEntry('a', 'v2', ['blue']))

      await shop.store.eraseViewer({ showId: SHOW, viewerId: entering.viewerId, by: STAFF })

      expect((await shop.store.readRoom(SHOW))?.own.map(({ viewerId }) => viewerId)).toEqual(['v2'])
      expect((await find(shop, 'a')).tallies).toEqual({ red: 1, blue: 1 })
      expect(await findMiscounts(shop)).toEqual([])
    })
  })
}
