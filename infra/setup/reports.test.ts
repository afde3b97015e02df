// What failed is named from the runners' own reports, however deep a suite lies.
import { expect, test } from 'vitest'
import { playwrightFailures, playwrightFlaky, vitestFailures } from './reports.mjs'

test('a failed test of vitest has its file, its name and the first lines of why', () => {
  const report = {
    testResults: [
      {
        name: '/here/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds up', status: 'passed' },
          {
            fullName: 'takes away',
            status: 'failed',
            failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m\n  at a'],
          },
        ],
      },
      { name: '/here/b.test.ts', status: 'failed', message: 'cannot find c', assertionResults: [] },
      { name: '/here/d.test.ts', status: 'passed', assertionResults: [{ fullName: 'is well', status: 'passed' }] },
    ],
  }

  expect(vitestFailures(report)).toEqual([
    '/here/a.test.ts > takes away > expected 1 to be 2 | at a',
    '/here/b.test.ts > cannot find c',
  ])
})

test('a browser test that failed, at first or for good, is named, also in a suite of a suite, and what failed outside of any', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    file: 'shop.e2e.ts',
    tests: [
      { status, results: messages.map((message) => ({ duration: 1, error: { message, location: { line: 7 } } })) },
    ],
  })
  const report = {
    suites: [
      {
        specs: [spec('buys', 'expected', ''), spec('sells', 'flaky', 'once', '')],
        suites: [{ specs: [spec('pays', 'unexpected', 'first', 'last\n\n  Locator: pay')] }],
      },
    ],
    errors: [{ message: 'no browser' }],
  }

  expect(playwrightFailures(report)).toEqual(['shop.e2e.ts:7 > pays > last | Locator: pay', 'no browser'])
  expect(playwrightFlaky(report)).toEqual(['shop.e2e.ts:7 > sells > once'])
})

test('without a report there is no name', () => {
  expect([vitestFailures(undefined), playwrightFailures(undefined)]).toEqual([[], []])
})
