import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SetupError } from '../tools/run.mjs'
import { ensure, type Step } from './step.mjs'

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(console, 'error').mockReturnValue()
})

afterEach(() => vi.restoreAllMocks())

function stepThat(present: boolean, install: () => Promise<void>, optional = false): Step & { installs: number } {
  const step = {
    title: 'a thing',
    optional,
    installs: 0,
    check: async () => (present ? { ok: true, detail: 'there' } : { ok: false, detail: 'gone', command: 'get it' }),
    install: async () => {
      step.installs += 1
      await install()
      present = true
    },
  }
  return step
}

test('does nothing when the thing is there', async () => {
  const step = stepThat(true, async () => {})

  await ensure(step)

  expect(step.installs).toBe(0)
})

test('installs what is missing, once', async () => {
  const step = stepThat(false, async () => {})

  await ensure(step)
  await ensure(step)

  expect(step.installs).toBe(1)
})

test('names the command when the installation is not possible', async () => {
  const step = stepThat(false, () => Promise.reject(new SetupError('not allowed', 'sudo get it')))

  const failure = await ensure(step).catch((error: unknown) => error)

  expect(failure).toMatchObject({ message: 'a thing: not allowed', command: 'sudo get it' })
})

test('goes on without an optional thing', async () => {
  const step = stepThat(false, () => Promise.reject(new Error('no such font')), true)

  await expect(ensure(step)).resolves.toBeUndefined()
})
