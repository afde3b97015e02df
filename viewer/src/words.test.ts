// Every language has every word of the shopper's page and of the overlay, with the same places to fill in.
import { REFUSAL_CODES } from '@lantern/shared/contract/refusals.ts'
import { blanksIn, type Book, shapeOf } from '@lantern/shared/ui/words/shape.ts'
import { expect, it } from 'vitest'
import { readWords as readOverlayWords } from './overlay/words.ts'
import { readWords } from './words.ts'

const [en, hans, hant] = await Promise.all([readWords('en'), readWords('zh-Hans'), readWords('zh-Hant')])
const [overlayEn, overlayHans, overlayHant] = await Promise.all([
  readOverlayWords('en'),
  readOverlayWords('zh-Hans'),
  readOverlayWords('zh-Hant'),
])

it.each<[string, Book, Book]>([
  ['the page in zh-Hans', hans.viewer, en.viewer],
  ['the page in zh-Hant', hant.viewer, en.viewer],
  ['the overlay in zh-Hans', overlayHans, overlayEn],
  ['the overlay in zh-Hant', overlayHant, overlayEn],
  ['refusals in zh-Hans', hans.refusals, en.refusals],
  ['refusals in zh-Hant', hant.refusals, en.refusals],
])('has every word of %s', (_what, book, english) => {
  expect(shapeOf(book)).toEqual(shapeOf(english))
  expect(blanksIn(book)).toEqual([])
  expect(Object.keys(english).length).toBeGreaterThan(20)
})

it('says every refusal there is, and features’ words beside its own', () => {
  expect(Object.keys(en.refusals).sort()).toEqual([...REFUSAL_CODES].sort())
  expect(en.viewer.like).toBe('Like')
  expect(overlayEn.like).toBe('Like')
})
