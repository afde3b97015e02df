// Which files are linted again when one changes: all that import it, however far away, and no others.
import { expect, test } from 'vitest'
import { keysOf } from './dependence.mjs'

const FILES = {
  'server/src/kit/clock.ts': 'export const now = () => 1',
  'server/src/app/show.ts': "import { now } from '../kit/clock.ts'\nexport const show = now()",
  'server/src/app/round.ts': "import type { show } from './show.ts'\nexport type { one } from './back.ts'",
  'server/src/app/back.ts': "export type Round = typeof import('./round.ts')\nexport const one = 1",
  'studio/src/page.tsx': "import { show } from '@lantern/server/src/app/show.ts'",
  'shared/alone.ts': "import { z } from 'zod'",
}

/** The names of the files that would be linted again. */
function changed(change: Record<string, string>, rules = 'same'): string[] {
  const before = keysOf(new Map(Object.entries(FILES)), 'same')
  const after = keysOf(new Map(Object.entries({ ...FILES, ...change })), rules)
  return [...after].filter(([name, key]) => before.get(name) !== key).map(([name]) => name)
}

test('nothing, when nothing changed', () => {
  expect(changed({})).toEqual([])
})

test('the file and all that import it by any number of steps, in other workspaces too', () => {
  expect(changed({ 'server/src/kit/clock.ts': 'export const now = async () => 1' })).toEqual([
    'server/src/kit/clock.ts',
    'server/src/app/show.ts',
    'server/src/app/round.ts',
    'server/src/app/back.ts',
    'studio/src/page.tsx',
  ])
})

test('one that nobody imports alone', () => {
  expect(changed({ 'studio/src/page.tsx': '' })).toEqual(['studio/src/page.tsx'])
})

test('whoever imports a file that was not there', () => {
  const before = new Map([['a.ts', "import './b.ts'"]])
  const after = new Map([...before, ['b.ts', '']])

  expect(keysOf(after, '').get('a.ts')).not.toBe(keysOf(before, '').get('a.ts'))
})

test('all, when the rules change, or what is declared everywhere', () => {
  const all = Object.keys(FILES)

  expect(changed({}, 'others')).toEqual(all)
  expect(changed({ 'shared/vite.d.ts': 'declare module "*.css"' })).toEqual([...all, 'shared/vite.d.ts'])
})
