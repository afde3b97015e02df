import { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { COMMANDS } from '@lantern/shared/features/poll/contract.ts'
import { describe, expect, it } from 'vitest'
import { checkPoll, draftFor, isFull, pollMake, withProduct, withText } from './pollForm.ts'

const products = Array.from({ length: 12 }, (_, n) => ProductId.parse(`p${n}`))
const draft = draftFor('What goes on the table next?', products.slice(0, 3))
const typed = (...texts: string[]) => texts.map((text, n) => ({ key: `t${n}`, productId: null, text }))

describe('the form of a poll', () => {
  it('opens with a poll that can be started as it is', () => {
    const { terms } = checkPoll(draft)
    if (terms === null) throw new Error('it cannot be started')

    const command = pollMake(ActivityId.parse('a1'), terms, 'open')

    expect(COMMANDS['poll:make'].input.parse(command)).toEqual(command)
    expect(command).toMatchObject({ lengthMs: 60_000, several: false, pinsWinner: true, opensAt: null, start: 'open' })
  })

  it.each([
    ['no question', { question: ' ' }, 'poll.noQuestion'],
    ['a question that is too long', { question: 'x'.repeat(121) }, 'poll.tooLong'],
  ] as const)('says what is wrong with %s', (_what, part, problem) => {
    const checked = checkPoll({ ...draft, ...part })
    expect(checked.problems.question).toBe(problem)
    expect(checked.terms).toBeNull()
  })

  it('says what is wrong beside the answer that it is', () => {
    const { problems, terms } = checkPoll({ ...draft, answers: typed('Sand', '', ' sand', 'x'.repeat(61)) })

    expect([...problems.answers]).toEqual([
      ['t1', 'poll.noAnswer'],
      ['t2', 'poll.twice'],
      ['t3', 'poll.tooLong'],
    ])
    expect(terms).toBeNull()
    expect(checkPoll({ ...draft, answers: typed('Sand') }).problems.list).toBe('poll.twoAnswers')
  })

  it('takes a product once, and eight answers at most', () => {
    const full = products.reduce(withProduct, draft)

    expect(withProduct(draft, ProductId.parse('p0'))).toBe(draft)
    expect(full.answers.map(({ productId }) => productId)).toEqual(products.slice(0, 8))
    expect(isFull(full)).toBe(true)
    expect(withText(full, 't')).toBe(full)
    expect(withText(draft, 't').answers.at(-1)).toEqual({ key: 't', productId: null, text: '' })
  })
})
