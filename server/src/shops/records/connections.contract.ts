// What every database must hold to for shops that are connected in the studio: drafts, which is in use, and what it leaves behind.
import { describe, expect, test } from 'vitest'
import { HoldId, ProductId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { createConnectionRecords } from './createConnectionRecords.ts'
import { createShopRecords } from './createShopRecords.ts'
import type { Draft } from './connectionRecords.ts'

const value = (field: 'MEDUSA_URL' | 'MEDUSA_REGION_ID', text: string) => ({
  field,
  value: text,
  isSealed: false,
  tail: null,
})
const secret = (text: string) => ({ field: 'MEDUSA_ADMIN_TOKEN' as const, value: text, isSealed: true, tail: '9a02' })
const draft = (more: Partial<Draft> = {}): Draft => ({
  kind: 'medusa',
  endpointId: 'medusa',
  set: [value('MEDUSA_URL', 'https://one.example'), secret('v1.one')],
  remove: [],
  ...more,
})
const HOLD = HoldId.parse('h')

export function connectionRecordsContract(name: string, makePlace: PlaceMaker): void {
  describe(`connections of shops on ${name}`, () => {
    const given = withShop(makePlace)
    const shop = () => given().shop
    const records = () => createConnectionRecords(shop().database, { onChange: () => undefined })
    const shopRecords = () => createShopRecords({ database: shop().database, onChange: () => undefined })
    const list = async () =>
      (await records().list()).map(({ state, endpointId, values }) => [
        state,
        endpointId,
        values.map(({ field, value: text }) => `${field} ${text}`),
      ])
    const idOf = async (state: string) => (await records().list()).find((one) => one.state === state)?.id ?? ''
    const use = async (isOther = false) =>
      records().use({ connectionId: await idOf('draft'), isOther, catalogue: null })

    test('a draft keeps what is set, lets go of what is taken away, and leaves a mark each time', async () => {
      const marks = [await records().readMark()]
      await records().saveDraft(draft())
      marks.push(await records().readMark())
      await records().saveDraft(
        draft({ set: [value('MEDUSA_URL', 'https://two.example')], remove: ['MEDUSA_ADMIN_TOKEN'] }),
      )
      marks.push(await records().readMark())

      expect(await list()).toEqual([['draft', 'medusa', ['MEDUSA_URL https://two.example']]])
      expect(new Set(marks).size).toBe(3)
    })

    test('two that save at once make one draft', async () => {
      await Promise.all([records().saveDraft(draft()), records().saveDraft(draft()), records().saveDraft(draft())])

      expect(await list()).toHaveLength(1)
    })

    test('what comes into use makes what was a former one; its next draft begins as it is', async () => {
      await records().saveDraft(draft())
      expect(await use()).toBe(true)
      await records().saveDraft(draft({ set: [value('MEDUSA_REGION_ID', 'reg_1')] }))
      const next = await list()
      expect(await use()).toBe(true)

      expect(next).toContainEqual([
        'draft',
        'medusa',
        ['MEDUSA_ADMIN_TOKEN v1.one', 'MEDUSA_REGION_ID reg_1', 'MEDUSA_URL https://one.example'],
      ])
      expect((await list()).map(([state]) => state).sort()).toEqual(['former', 'in_use'])
      expect(await use(), 'there is no draft any more').toBe(false)
    })

    test('the environment’s shop and a former one come back into use', async () => {
      const useOf = (connectionId: string) => records().use({ connectionId, isOther: false, catalogue: null })
      expect(await useOf('environment'), 'it is in use').toBe(false)
      await records().saveDraft(draft())
      await use()

      expect(await useOf('environment')).toBe(true)
      expect((await list()).map(([state]) => state)).toEqual(['former'])
      expect(await useOf(await idOf('former'))).toBe(true)
      expect((await list()).map(([state]) => state)).toEqual(['in_use'])
    })

    test('a draft comes into use once, also when two press at once', async () => {
      await records().saveDraft(draft())
      const connectionId = await idOf('draft')
      const taking = { connectionId, isOther: false, catalogue: null }

      const used = await Promise.all([records().use(taking), records().use(taking)])

      expect(used.sort()).toEqual([false, true])
    })

    test('another shop knows nothing of the former’s ids, and what that kept apart is to be given back', async () => {
      const cup = { externalId: '11', sku: 'CUP', title: null, priceMinor: 1000, stock: 9 }
      const product = { id: ProductId.parse('cup'), externalId: '1', title: 'Cup', picture: '/a.jpg', variants: [cup] }
      await shopRecords().importCatalogue({ currency: 'CNY', products: [product], isWhole: true })
      const variantOf = async () =>
        (await shopRecords().readCatalogue()).products
          .flatMap(({ variants }) => variants)
          .find((one) => one.sku === 'CUP')
      const id = (await variantOf())?.id
      if (id === undefined) throw new Error('no cup')
      await shopRecords().saveStock({ variantId: id, available: 4, short: 0 })
      const found = { key: 'new jug', productId: null, title: 'Jug', differences: [], more: 0, read: null, digest: 'd' }
      const reading = { startedAt: shop().clock.now(), shopCurrency: 'CNY', problem: null }
      await shopRecords().saveChanges({ reading, changes: [found] })
      await shopRecords().markNewer()
      await records().saveDraft(draft())

      await use(true)

      expect((await variantOf())?.externalId).toBeNull()
      const page = await shopRecords().readChanges({ after: null, limit: 9 })
      expect(page, 'what was found at the former').toMatchObject({ total: 0, changes: [], state: null })
      expect(await shopRecords().readStock()).toEqual([])
      expect(await records().formerFences(), 'other processes may still set them').toEqual([])
      shop().clock.advance(5000)
      const fences = [{ connectionId: 'environment', sku: 'CUP', externalId: '11' }]
      expect(await records().formerFences()).toEqual(fences)
      await records().endFence({ connectionId: 'environment', sku: 'CUP' })
      expect(await records().formerFences()).toEqual([])
    })

    test('a round trip runs once at a time, and values that change take it back', async () => {
      const trip = { kind: 'medusa', result: '{}', options: '{"a":1}' } as const
      expect(await Promise.all([records().startTrip('medusa'), records().startTrip('medusa')])).toContain(false)
      await records().endTrip(trip)
      const ran = await records().readTrips()
      await records().startTrip('medusa')
      await records().saveDraft(draft())
      await records().endTrip(trip)

      expect(ran).toMatchObject([{ kind: 'medusa', result: '{}', ranAt: shop().clock.now(), startedAt: null }])
      expect(await records().readTrips()).toMatchObject([{ result: null, options: '{"a":1}', startedAt: null }])
    })

    test('a hold knows the shops that it went to, the latest first', async () => {
      await records().noteWay({ holdId: HOLD, connectionId: 'environment' })
      shop().clock.advance(1)
      await records().noteWay({ holdId: HOLD, connectionId: 'conn_1' })
      shop().clock.advance(1)
      await records().noteWay({ holdId: HOLD, connectionId: 'conn_1' })

      expect(await records().waysOf(HOLD)).toEqual(['conn_1', 'environment'])
      expect(await records().waysOf(HoldId.parse('other'))).toEqual([])
    })

    test('values are sealed anew all together, or not at all', async () => {
      await records().saveDraft(draft())
      const connectionId = await idOf('draft')
      const of = { connectionId, field: 'MEDUSA_ADMIN_TOKEN' } as const

      expect(await records().reseal([{ ...of, from: 'v1.other', to: 'v1.two' }])).toBe(false)
      expect(await records().reseal([])).toBe(false)
      expect(await records().reseal([{ ...of, from: 'v1.one', to: 'v1.two' }])).toBe(true)
      expect(await list()).toEqual([
        ['draft', 'medusa', ['MEDUSA_ADMIN_TOKEN v1.two', 'MEDUSA_URL https://one.example']],
      ])
    })

    test('a former shop is kept for ninety days', async () => {
      await records().saveDraft(draft())
      await use()
      await records().saveDraft(draft())
      await use()
      shop().clock.advance(90 * 86_400_000)
      const before = (await list()).length
      shop().clock.advance(1)

      expect([before, (await list()).length]).toEqual([2, 1])
    })
  })
}
