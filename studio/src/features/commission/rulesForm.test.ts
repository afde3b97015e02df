// The form of the rules for sharers: what is typed is what is set, and what is wrong is said of its field.
import { DEFAULT_RULES } from '@lantern/shared/contract/sharing.ts'
import { expect, test } from 'vitest'
import { readDraft, toDraft } from './rulesForm.ts'

const draft = toDraft(DEFAULT_RULES)

test('rules that are shown and saved again are the same', () => {
  expect(readDraft(draft, DEFAULT_RULES).rules).toEqual(DEFAULT_RULES)
})

test('percent are read to two digits, with a comma, too', () => {
  const { rules } = readDraft({ ...draft, isOn: true, own: '8', upper: '2,25' }, DEFAULT_RULES)

  expect(rules?.rates).toEqual({
    own: { kind: 'percent', hundredths: 800 },
    upper: { kind: 'percent', hundredths: 225 },
  })
})

test.each([
  ['own', '101'],
  ['own', '-1'],
  ['own', '1.234'],
  ['own', ''],
  ['upper', 'much'],
  ['clickDays', '0'],
  ['clickDays', '1.5'],
  ['orderDays', '366'],
  ['freezeDays', '181'],
] as const)('%s is not %s', (field, text) => {
  const read = readDraft({ ...draft, [field]: text }, DEFAULT_RULES)

  expect([...read.wrong]).toEqual([field])
  expect(read.rules).toBeNull()
})

test('both levels together are no more than everything', () => {
  expect(readDraft({ ...draft, own: '90', upper: '10' }, DEFAULT_RULES).rules).not.toBeNull()
  expect(readDraft({ ...draft, own: '90', upper: '10.01' }, DEFAULT_RULES)).toMatchObject({
    isTooMuch: true,
    rules: null,
  })
})

test('an amount a piece stays until percent are typed', () => {
  const before = { ...DEFAULT_RULES, rates: { ...DEFAULT_RULES.rates, own: { kind: 'amount', minor: 300 } as const } }

  expect(readDraft(toDraft(before), before).rules).toEqual(before)
  expect(readDraft({ ...toDraft(before), own: '5' }, before).rules?.rates.own).toEqual({
    kind: 'percent',
    hundredths: 500,
  })
})
