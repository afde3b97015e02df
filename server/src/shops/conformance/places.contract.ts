// What every adapter says of units that lie at several places of a shop: their sum, those of the place that is named, or nothing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ShopStand } from './shopStand.ts'

/** `start` gives a shop of its own to each test. */
export function testPlaces(kind: string, start: (now: () => number) => Promise<ShopStand>): void {
  let stand: ShopStand

  beforeEach(async () => {
    stand = await start(Date.now)
  })
  afterEach(async () => {
    const { complaints } = stand
    await stand.close()
    expect(complaints).toEqual([])
  })

  /** What is known of the first good: by a message, by asking, by the catalogue. */
  async function numbersTold(units: readonly [number, number]): Promise<readonly number[]> {
    const delivery = stand.putAt(...units)
    const news = delivery === null ? null : stand.adapter.verifyEvent(delivery)
    const posted = news?.ok ? news.value.map((one) => (one.type === 'stock.changed' ? one.available : null)) : []
    const { externalId } = stand.goods[0]
    const [asked, read] = [await stand.adapter.readStock(externalId), await stand.adapter.readCatalogue()]
    const variants = read.ok ? read.value.products.flatMap((product) => product.variants) : []
    const listed = variants.filter((one) => one.externalId === externalId).map(({ stock }) => stock)
    return [...posted, asked.ok ? asked.value : null, ...listed].filter((one) => one !== null)
  }

  describe(`units at two places of ${kind}`, () => {
    test.each<[readonly [number, number]]>([[[4, 3]], [[0, 5]], [[5, 0]], [[0, 0]]])(
      '%j are told as one number, the same wherever it is told',
      async (units) => {
        const told = new Set(await numbersTold(units))

        const [first, second] = units
        const expected = { sum: [first + second], first: [first], nothing: [] }[stand.places]
        expect([...told]).toEqual(expected)
      },
    )
  })
}
