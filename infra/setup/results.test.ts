import { expect, test } from 'vitest'
import { playwrightResult, sum, vitestResult } from './results.mjs'

function vitestReport(numPassedTests: number, numFailedTests: number, brokenFiles = 0) {
  const testResults = Array.from({ length: brokenFiles }, () => ({ status: 'failed', assertionResults: [] }))
  return { numPassedTests, numFailedTests, testResults }
}

test('takes passed and failed tests from vitest', () => {
  expect(vitestResult(vitestReport(7, 2), 1)).toEqual({ passed: 7, failed: 2 })
})

test('counts a test file that could not be loaded as a failure', () => {
  expect(vitestResult(vitestReport(7, 0, 1), 1)).toEqual({ passed: 7, failed: 1 })
})

test('counts a flaky browser test as passed and an unexpected one as failed', () => {
  const report = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 } }

  expect(playwrightResult(report, 1)).toEqual({ passed: 4, failed: 2 })
})

test.each([
  ['vitest without a report', vitestResult(undefined, 0)],
  ['playwright without a report', playwrightResult(undefined, 0)],
  ['no test at all', vitestResult(vitestReport(0, 0), 0)],
  ['a runner that fails though every test passed', vitestResult(vitestReport(5, 0), 1)],
])('counts %s as one failure and says why', (_, result) => {
  expect(result).toMatchObject({ failed: 1, why: expect.any(String) })
})

test('adds up runners', () => {
  const total = sum([
    { passed: 3, failed: 0 },
    { passed: 4, failed: 2, why: 'no matter' },
  ])

  expect(total).toEqual({ passed: 7, failed: 2 })
})
