// The question before the end of a show names what would end with it.
import { FlashSale, Product } from '@lantern/shared/contract/things.ts'
import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { BOOKS, type Say } from '../../words.ts'
import { endQuestion } from './endQuestion.ts'

const SALE = FlashSale.parse({
  id: 'sale',
  productId: 'lamp',
  priceMinor: 9_900,
  currency: 'CNY',
  allotted: 20,
  free: 5,
  taken: 15,
  paid: 9,
  perViewer: 1,
  opensAt: 1000,
  closesAt: 5000,
  graceMs: 100,
  endedAt: null,
  endReason: null,
  version: 1,
})
const LAMP = Product.parse({
  id: 'lamp',
  number: 1,
  title: { en: 'Brass lamp' },
  picture: '',
  variants: [{ id: 'v', sku: 'L', title: null }],
})

async function questionAt(now: number, sale: FlashSale | null): Promise<string> {
  const book = createInstance()
  await book.init({
    lng: 'en',
    keySeparator: false,
    nsSeparator: false,
    resources: { en: { translation: BOOKS.en.studio } },
  })
  const say: Say = (key, values) => book.t(key, values ?? {})
  const desk = { totals: { held: 7, paid: 9, soldMinor: 0, needsYou: 0 } }
  return endQuestion(say, { room: { viewers: 128, sale, products: [LAMP] }, desk, now, locale: 'en' })
}

const PLAIN = 'End the show for everyone? 128 people are watching, 7 units are held.'

it('names who watches and how much is held', async () => {
  expect(await questionAt(2000, null)).toBe(PLAIN)
})

it('names the flash sale while it is announced, open and in its grace', async () => {
  for (const now of [0, 2000, 5050])
    expect(await questionAt(now, SALE)).toBe(`${PLAIN} The flash sale of Brass lamp ends with it: 5 left, 6 held.`)
})

it('does not name one that is over', async () => {
  expect(await questionAt(6000, SALE)).toBe(PLAIN)
  expect(await questionAt(2000, { ...SALE, endedAt: 1500, endReason: 'stopped' })).toBe(PLAIN)
})
