// What an import changes, in words.
import { ImportReport } from '@lantern/shared/contract/shop.ts'
import { expect, it } from 'vitest'
import type { Say } from '../../words.ts'
import { reportLines } from './reportLines.ts'

const say: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key)
const linesOf = (more: object) =>
  reportLines(
    ImportReport.parse({
      ...{ currency: 'KWD', added: [], repriced: [], vanished: [], skipped: [], doubted: [], withoutPicture: [] },
      unchanged: 0,
      ...more,
    }),
    { say, locale: 'en' },
  )

it('says prices in the places of their currency, and what is gone before what was left out', () => {
  const [price, ...others] = linesOf({
    repriced: [{ product: 'Cup', sku: 'CUP', fromMinor: 1250, toMinor: 1500 }],
    skipped: [{ product: 'Jar', why: 'draft' }],
    vanished: [{ product: 'Jug', sku: 'JUG' }],
  })

  expect(price).toMatch(/^Cup CUP .*1\.250 → .*1\.500$/)
  expect(others).toEqual([
    'shop.vanished {"sku":"JUG","product":"Jug"}',
    'file.skipped {"product":"Jar","why":"file.why.draft"}',
  ])
})

it('has nothing to say of what is new or the same', () => {
  expect(linesOf({ added: [{ product: 'Cup', sku: 'CUP' }], unchanged: 5 })).toEqual([])
})
