// Test runners in front and behind: every one of them counts, whichever ends first.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { readVitest, runTests } from './tests.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lantern-runners-'))
const said: string[] = []

afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)))
})

/** A program that says its name, writes a report and ends. */
function runner(name: string, numPassedTests: number, { numFailedTests = 0, code = 0 } = {}) {
  const report = join(folder, `${name}.json`)
  const failed = { fullName: 'adds up', status: 'failed', failureMessages: ['1 is not 2'] }
  const testResults = numFailedTests === 0 ? [] : [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }]
  const text = JSON.stringify({ numPassedTests, numFailedTests, testResults })
  const program = `console.log('${name} ran'); require('fs').writeFileSync('${report}', '${text}'); process.exit(${code})`
  return { name, command: ['-e', program], env: {}, report, read: readVitest }
}

test('what runs behind is shown and counted with what runs in front', async () => {
  const code = await runTests([runner('front', 3)], { behind: [runner('behind', 4)] })

  expect(code).toBe(0)
  const times = expect.stringMatching(/^\nWhere the time went:\nfront .* s\nbehind .* s$/)
  expect(said).toEqual(['behind ran', times, '\n7 passed, 0 failed'])
})

const good = [runner('front', 3), runner('behind', 4)] as const
const bad = { numFailedTests: 1, code: 1 }

test.each([
  { where: 'behind', front: good[0], behind: runner('behind', 4, bad), checks: 0, said: '7 passed, 1 failed' },
  { where: 'in front', front: runner('front', 3, bad), behind: good[1], checks: 0, said: '7 passed, 1 failed' },
  { where: 'of the checks', front: good[0], behind: good[1], checks: 1, said: '7 passed, 0 failed' },
])('a failure $where fails the run', async ({ front, behind, checks, said: last }) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})

  expect(await runTests([front], { behind: [behind], checks: Promise.resolve(checks) })).toBe(1)
  expect(said.at(-1)).toBe(`\n${last}`)
  const named = '\nWhat failed:\na.test.ts > adds up > 1 is not 2'
  expect(said.includes(named)).toBe(checks === 0)
  expect(error).toHaveBeenCalledTimes(checks)
})

test('what has the machine to itself begins when all others are done, and counts', async () => {
  const code = await runTests([runner('front', 3)], {
    behind: [runner('behind', 4)],
    alone: [runner('alone', 2, bad)],
  })

  expect(code).toBe(1)
  const times = expect.stringMatching(/^\nWhere the time went:\nfront .* s\nbehind .* s\nalone .* s$/)
  expect(said).toEqual([
    'behind ran',
    times,
    '\nWhat failed:\na.test.ts > adds up > 1 is not 2',
    '\n9 passed, 1 failed',
  ])
})
