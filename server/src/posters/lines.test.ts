// Lines of posters: broken between words, within Chinese anywhere but before a comma, and honest about what is left out.
import { expect, test } from 'vitest'
import { breakLines } from './lines.ts'

/** A sign is a pixel wide. */
const fit = (width: number, most: number) => ({ width, most, widthOf: (text: string) => [...text].length })

test.each([
  ['a short one stays whole', 'Autumn market', 20, 2, ['Autumn market']],
  ['words stay whole', 'Autumn market in Elm Street', 14, 3, ['Autumn market', 'in Elm Street']],
  ['spaces are one', '  Autumn \n  market ', 20, 1, ['Autumn market']],
  ['a word wider than a line is parted', 'Donaudampfschiff', 6, 3, ['Donaud', 'ampfsc', 'hiff']],
  ['dots say that there is more', 'Autumn market in Elm Street', 14, 1, ['Autumn market…']],
  ['Chinese breaks where it is full', '秋日市集手工亚麻', 4, 2, ['秋日市集', '手工亚麻']],
  ['no line begins with a comma', '秋日市集，手工', 4, 2, ['秋日市集，', '手工']],
  ['an emoji of several signs is never parted', '👨‍👩‍👧👨‍👩‍👧', 5, 2, ['👨‍👩‍👧', '👨‍👩‍👧']],
  ['nothing is nothing', '   ', 10, 2, []],
] as const)('%s', (...[, text, width, most, lines]) => {
  expect(breakLines(text, fit(width, most))).toEqual(lines)
})
