// A hold's name comes back from a shop whole, or not at all.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { createHoldNames } from './holdNames.ts'

const names = await createHoldNames({ secret: () => Promise.resolve('a key for this test') })
const others = await createHoldNames({ secret: () => Promise.resolve('a key of someone else') })
const HOLDS = ['h', 'hold_1-Ab', 'V1StGXR8_Z5jdHi6B-myT', 'x'.repeat(64)].map((text) => HoldId.parse(text))

test('a name and a code lead back to their hold, a code in either case', () => {
  const read = HOLDS.map((id) => [
    names.readName(names.nameOf(id)),
    names.readCode(names.codeOf(id)),
    names.readCode(names.codeOf(id).toLowerCase()),
  ])

  expect(read).toEqual(HOLDS.map((id) => [id, id, id]))
})

test('a name signed for another hold or by another studio is nobody’s', () => {
  const [a, b] = [HoldId.parse('hold-a'), HoldId.parse('hold-b')]
  const swapped = names.nameOf(a).replace('hold-a', 'hold-b')
  const foreign = [others.nameOf(b), 'hold-b', 'hold-b.', `${names.nameOf(b)}.more`, '', '..']
  const codes = [others.codeOf(b), 'LT-', 'SUMMER10', `${names.codeOf(b)}A`.replace('LT-', 'LT-A')]

  const read = [swapped, ...foreign].map(names.readName).concat(codes.map(names.readCode))

  expect(read.filter((id) => id !== null)).toEqual([])
})
