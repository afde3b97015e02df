// What every adapter makes of a buyer's group and pick-up point: the order has them where the shop has a place for them, and nothing made up.
import type { HeldGroup } from '@lantern/shared/contract/things.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HandedHold, Visit } from '../checkout.ts'
import { toBasket } from '../../domain/basket.ts'
import { holdOn, type ShopStand } from './shopStand.ts'

const VISIT: Visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'zh-Hans' }
const POINT = { id: 'corner-bakery', name: '街角面包店', address: '榆树街 12 号 & 3', hours: '20:00 前', note: null }
const GROUP: HeldGroup = { id: 'elm-street', name: '榆树街', link: 'elmstreetAAA', point: POINT }

/** `group`: its id alone, there is no place for more; `nothing`: it takes nothing but goods and price. */
type Carries = 'all' | 'group' | 'nothing'

export function testCarried(kind: string, start: (now: () => number) => Promise<ShopStand>, carries: Carries): void {
  describe(`group and pick-up point at ${kind}`, () => {
    let stand: ShopStand
    beforeAll(async () => {
      stand = await start(Date.now)
    })
    afterAll(async () => {
      const { complaints } = stand
      await stand.close()
      expect(complaints).toEqual([])
    })
    const said = async (hold: HandedHold) => {
      const way = await stand.adapter.buildHandoff(hold, VISIT)
      return JSON.stringify(stand.carried(way.ok ? way.value.href : ''))
    }
    const atItsOwn = (more: Partial<HandedHold>) => {
      const [good] = stand.goods
      const items = [{ ...good, quantity: 1, unitPriceMinor: good.shopPriceMinor, payMinor: good.shopPriceMinor }]
      return holdOn(stand, Date.now(), { items, ...more })
    }

    test('they go with the order as they were when it was held', async () => {
      const words = await said(atItsOwn({ group: GROUP }))

      expect(words.includes('elm-street')).toBe(carries !== 'nothing')
      for (const part of ['榆树街', '街角面包店', '榆树街 12 号 & 3', '20:00 前', 'corner-bakery'])
        expect(words.includes(part)).toBe(carries === 'all')
    })

    test('a group without a point is named alone, and who is of none is of none', async () => {
      const [without, nobody] = [await said(atItsOwn({ group: { ...GROUP, point: null } })), await said(atItsOwn({}))]

      expect(without.includes('elm-street')).toBe(carries !== 'nothing')
      expect(`${without}${nobody}`).not.toMatch(/pickup|null,|undefined/)
      expect(nobody).not.toMatch(/group|utm_term/)
    })

    test('a basket that is fetched at several places names none', async () => {
      if (!stand.adapter.combines || carries !== 'all') return
      const other = { ...GROUP, point: { ...POINT, id: 'new-place', name: '新点' } }
      const [first, same, elsewhere] = [GROUP, GROUP, other].map((group) => atItsOwn({ group }))
      if (first === undefined || same === undefined || elsewhere === undefined) throw new Error('three holds')

      expect(await said(toBasket(first, [same]))).toContain('corner-bakery')
      expect(await said(toBasket(first, [elsewhere]))).not.toMatch(/corner-bakery|new-place/)
    })
  })
}
