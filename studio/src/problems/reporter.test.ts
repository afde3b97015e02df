// What a page tells the log of its failures: bounded in size and number, whatever was thrown.
import { PageProblem } from '@lantern/shared/contract/http.ts'
import { expect, it } from 'vitest'
import { createReporter } from './reporter.ts'

function setUp() {
  const sent: PageProblem[] = []
  const send = (problem: PageProblem) => {
    sent.push(problem)
    return Promise.reject(new Error('no connection'))
  }
  return { sent, reporter: createReporter(send, () => `/studio/${'x'.repeat(500)}`) }
}

it('tells each failure of a part once', () => {
  const { sent, reporter } = setUp()

  for (let n = 0; n < 3; n += 1) reporter.report({ panel: 'rundown', error: new TypeError('x is not a function') })
  reporter.report({ panel: 'stage', error: new TypeError('x is not a function') })

  expect(sent.map(({ panel, message }) => [panel, message])).toEqual([
    ['rundown', 'TypeError: x is not a function'],
    ['stage', 'TypeError: x is not a function'],
  ])
})

it('says no more than the server takes, whatever was thrown', () => {
  const { sent, reporter } = setUp()
  const long = 'a'.repeat(100_000)
  const thrown: unknown[] = [new Error(long), long, { not: 'an error' }, null, undefined, 7]

  thrown.forEach((error, n) => reporter.report({ panel: `p${n}`, error, components: long }))

  expect(sent).toHaveLength(thrown.length)
  expect(sent.filter((problem) => !PageProblem.safeParse(problem).success)).toEqual([])
})

it('stops after ten, so that a page that fails without end does not fill the log', () => {
  const { sent, reporter } = setUp()

  for (let n = 0; n < 50; n += 1) reporter.report({ panel: 'side', error: new Error(`failure ${n}`) })

  expect(sent).toHaveLength(10)
})
