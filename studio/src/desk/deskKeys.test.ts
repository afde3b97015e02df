// What a key does on the desk, and that it does nothing behind a dialog.
import { expect, it } from 'vitest'
import { deskKeyOf } from './deskKeys.ts'

const KNOWN = ['1', '9', 'f', 'm', '/']
const desk = { modified: false, typing: false, over: null }
const pressed = (facts: Partial<Parameters<typeof deskKeyOf>[0]>) =>
  ['1', '9', 'f', 'M', '/', '?', 'Escape', '0', 'x'].map((key) => deskKeyOf({ ...desk, key, ...facts }, KNOWN))

it('knows the keys of features, in either case, and those of the desk', () => {
  expect(pressed({})).toEqual(['1', '9', 'f', 'm', '/', 'list', 'close', null, null])
})

it('does nothing behind a dialog or a question that is open', () => {
  expect(pressed({ over: 'dialog' })).toEqual(Array(9).fill(null))
})

it('does nothing but close behind the list of keys', () => {
  expect(pressed({ over: 'list' })).toEqual([null, null, null, null, null, 'list', 'close', null, null])
})

it('does nothing while somebody types or another key is held with it', () => {
  expect(pressed({ typing: true })).toEqual(Array(9).fill(null))
  expect(pressed({ modified: true })).toEqual(Array(9).fill(null))
})
