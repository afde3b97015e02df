// Runs around every test file: the next one in the same process finds it as this one did, or this one fails.
import { afterAll, beforeAll, expect, vi } from 'vitest'

const look = () => ({
  env: { ...process.env },
  cwd: process.cwd(),
  fetch: globalThis.fetch,
  hasFakeTimers: vi.isFakeTimers(),
})

/** By name: a failure shows no value of the environment. */
function changes(before: ReturnType<typeof look>, after: ReturnType<typeof look>): string[] {
  const names = [...new Set([...Object.keys(before.env), ...Object.keys(after.env)])]
  return [
    ...names.filter((name) => before.env[name] !== after.env[name]).map((name) => `environment: ${name}`),
    ...(before.cwd === after.cwd ? [] : ['working folder']),
    ...(before.fetch === after.fetch ? [] : ['fetch']),
    ...(before.hasFakeTimers === after.hasFakeTimers ? [] : ['timers']),
  ]
}

let before: ReturnType<typeof look>

beforeAll(() => {
  before = look()
})
afterAll(() => {
  expect(changes(before, look()), 'this file leaves its process changed, and the next file runs in it').toEqual([])
})
