// What a form of conditions comes to.
import { Conditions } from '@lantern/shared/activities/conditions.ts'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { type ConditionDraft, conditionsOf, EVERYONE, takesLonger } from './conditionForm.ts'

const CUP = ProductId.parse('cup')

test.each<[string, Partial<ConditionDraft>, unknown]>([
  ['nothing', {}, []],
  ['minutes', { watched: ' 5 ' }, [{ is: 'watched', minutes: 5 }]],
  ['a word', { wrote: ' autumn ' }, [{ is: 'wrote', word: 'autumn' }]],
  ['anything written', { wrote: ' ' }, [{ is: 'wrote', word: null }]],
  ['a product', { bought: CUP }, [{ is: 'bought', productId: CUP }]],
  ['nothing won yet', { notWon: true }, [{ is: 'notWon' }]],
  [
    'all of them',
    { watched: '5', wrote: 'a', bought: CUP, came: true, notWon: true },
    [
      { is: 'watched', minutes: 5 },
      { is: 'wrote', word: 'a' },
      { is: 'bought', productId: CUP },
      { is: 'came', via: null },
      { is: 'notWon' },
    ],
  ],
  [
    'anything bought, by a link',
    { bought: 'any', came: true },
    [
      { is: 'bought', productId: null },
      { is: 'came', via: null },
    ],
  ],
])('%s', (_name, part, conditions) => {
  const made = conditionsOf({ ...EVERYONE, ...part })

  expect(made).toEqual(conditions)
  expect(Conditions.parse(made)).toEqual(conditions)
})

test.each(['', '0', '241', '2.5', '-3', 'five', '9999'])('“%s” are no minutes', (watched) => {
  expect(conditionsOf({ ...EVERYONE, watched })).toBeNull()
})

test('watching that takes as long as it is open is for those alone who have watched before', () => {
  const five = { ...EVERYONE, watched: '5' }
  expect([60_000, 300_000, 300_001, null].map((lengthMs) => takesLonger(five, lengthMs))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(takesLonger(EVERYONE, 60_000)).toBe(false)
  expect(takesLonger({ ...EVERYONE, watched: 'x' }, 60_000)).toBe(false)
})
