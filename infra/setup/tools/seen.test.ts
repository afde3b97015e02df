// A check is passed over only for the very sources that it was good for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { unlessSeen } from './seen.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lantern-seen-'))
let file: string
let runs: string[]

beforeEach(() => {
  file = join(folder, 'some', String(Math.random()))
  runs = []
})
afterAll(() => rmSync(folder, { recursive: true }))

function check(sources: string, isGood = true): Promise<boolean> {
  return unlessSeen(file, sources, async () => {
    runs.push(sources)
    return isGood
  })
}

test('what was good is not looked at again until it changes', async () => {
  expect(await check('one')).toBe(true)
  expect(await check('one')).toBe(true)
  expect(await check('two')).toBe(true)

  expect(runs).toEqual(['one', 'two'])
})

test('what was not good is looked at again, and what was good before it is forgotten', async () => {
  await check('one')
  expect(await check('two', false)).toBe(false)
  expect(await check('two', false)).toBe(false)
  expect(await check('one')).toBe(true)

  expect(runs).toEqual(['one', 'two', 'two', 'one'])
})
