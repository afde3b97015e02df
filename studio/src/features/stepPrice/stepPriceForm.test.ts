// The form of a step price: what is wrong is said where it was typed, and what is right becomes the command.
import { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { checkSteps, draftFor, stepPriceMake } from './stepPriceForm.ts'

const CUP = ProductId.parse('cup')
const YUAN = { priceMinor: 12_900, digits: 2 }

test('it is ready as it is, also in money without digits', () => {
  expect(checkSteps(draftFor(CUP, YUAN), YUAN).terms).toMatchObject({
    steps: [
      { buyers: 5, priceMinor: 11_600 },
      { buyers: 20, priceMinor: 10_300 },
    ],
  })
  const yen = { priceMinor: 1290, digits: 0 }
  expect(checkSteps(draftFor(CUP, yen), yen).terms?.steps).toEqual([
    { buyers: 5, priceMinor: 1161 },
    { buyers: 20, priceMinor: 1032 },
  ])
})

test.each([
  ['no number of buyers', [['', '99']], [['stepPrice.noBuyers', null]]],
  ['a price that is not below the one now', [['5', '129']], [[null, 'stepPrice.notBelow']]],
  [
    'a step that asks for no more buyers and costs no less',
    [
      ['5', '99'],
      ['5', '99'],
    ],
    [
      [null, null],
      ['stepPrice.notMore', 'stepPrice.notLess'],
    ],
  ],
  ['yen and a half', [['5', 'x']], [[null, 'stepPrice.noPrice']]],
])('%s is said where it was typed', (_what, typed, said) => {
  const steps = typed.map(([buyers = '', price = '']) => ({ buyers, price }))

  const { problems, terms } = checkSteps({ productId: CUP, steps, lengthMs: null }, YUAN)

  expect(problems.map(({ buyers, price }) => [buyers, price])).toEqual(said)
  expect(terms).toBeNull()
})

test('the command has the steps as they are, open at once or kept', () => {
  const { terms } = checkSteps(draftFor(CUP, YUAN), YUAN)
  if (terms === null) throw new Error('it is not ready')

  expect(stepPriceMake(ActivityId.parse('a'), terms, 'draft')).toMatchObject({ activityId: 'a', start: 'draft' })
})
