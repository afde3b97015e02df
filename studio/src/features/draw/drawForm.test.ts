// What the form of a draw comes to.
import { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { COMMANDS, MOST_TITLE as TITLE, MOST_WORTH as WORTH } from '@lantern/shared/features/draw/contract.ts'
import { expect, test } from 'vitest'
import { checkDraw, CLAIMS_MS, draftFor, LENGTHS_MS, MOST_TITLE, MOST_WORTH } from './drawForm.ts'

const draft = draftFor({ productId: ProductId.parse('lamp'), title: 'Brass lamp', worth: '¥459' })
const command = (terms: object | null) => ({
  activityId: ActivityId.parse('a1'),
  opensAt: null,
  start: 'open',
  ...terms,
})

test('opens with a draw that can be started as it is', () => {
  const { terms } = checkDraw(draft)

  const made = COMMANDS['draw:make'].input.parse(command(terms))

  expect(made).toMatchObject({
    title: 'Brass lamp',
    winners: 1,
    worth: '¥459',
    claimMs: 172_800_000,
    conditions: [{ is: 'notWon' }],
  })
})

test('every length and every time to claim that is offered is taken', () => {
  for (const lengthMs of LENGTHS_MS) {
    for (const claimMs of CLAIMS_MS) {
      const made = COMMANDS['draw:make'].input.safeParse(command(checkDraw({ ...draft, lengthMs, claimMs }).terms))
      expect(made.success).toBe(true)
    }
  }
})

test.each(['', '0', '101', '1.5', '-1', 'three', '1000'])('“%s” winners are none', (winners) => {
  const { problems, terms } = checkDraw({ ...draft, winners })

  expect(problems.winners).toBe('draw.badWinners')
  expect(terms).toBeNull()
})

test('says what is wrong with the prize', () => {
  expect(checkDraw({ ...draft, title: ' ' }).problems.title).toBe('draw.noPrize')
  expect(checkDraw({ ...draft, title: 'x'.repeat(81) }).problems.title).toBe('draw.tooLong')
  expect(checkDraw({ ...draft, worth: 'x'.repeat(41) }).terms).toBeNull()
  expect(checkDraw({ ...draft, worth: ' ' }).terms?.worth).toBeNull()
  expect(checkDraw(draftFor({ productId: null, title: 'x'.repeat(200), worth: '' })).terms?.title).toHaveLength(80)
})

test('its limits are the contract’s', () => {
  expect([MOST_TITLE, MOST_WORTH]).toEqual([TITLE, WORTH])
})
