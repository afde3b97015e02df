// RESULTS.md keeps what other scenarios wrote.
import { expect, test } from 'vitest'
import { replaceSection } from './results.ts'

const TEXT = 'before\n<!-- a -->\nold\n<!-- /a -->\nbetween\n<!-- b -->\nkept\n<!-- /b -->\n'

test('only what lies between the markers of the name is replaced', () => {
  expect(replaceSection(TEXT, 'a', ['new', 'lines'])).toBe(
    'before\n<!-- a -->\n\nnew\nlines\n\n<!-- /a -->\nbetween\n<!-- b -->\nkept\n<!-- /b -->\n',
  )
})

test('writing the same again changes nothing', () => {
  const once = replaceSection(TEXT, 'b', ['new'])

  expect(replaceSection(once, 'b', ['new'])).toBe(once)
})

test('a name without markers is an error, not a lost result', () => {
  expect(() => replaceSection(TEXT, 'c', ['new'])).toThrow('no place for c')
})
