import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, readStamp } from './stamp.mjs'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lantern-stamp-'))
  await mkdir(join(root, 'page', 'dist'), { recursive: true })
  await writeFile(join(root, 'page', 'a.ts'), 'one')
})

afterEach(() => rm(root, { recursive: true, force: true }))

test('stays the same while nothing changes', () => {
  expect(fingerprint(root, ['page'])).toBe(fingerprint(root, ['page']))
})

test('changes with a content, a name, and a new file', async () => {
  const seen = [fingerprint(root, ['page'])]

  await writeFile(join(root, 'page', 'a.ts'), 'two')
  seen.push(fingerprint(root, ['page']))
  await rename(join(root, 'page', 'a.ts'), join(root, 'page', 'b.ts'))
  seen.push(fingerprint(root, ['page']))
  await writeFile(join(root, 'page', 'c.ts'), '')
  seen.push(fingerprint(root, ['page']))

  expect(new Set(seen).size).toBe(4)
})

test('does not see what does not count', async () => {
  const sources = () => fingerprint(root, ['page'], (name) => !name.includes('dist'))
  const before = sources()

  await writeFile(join(root, 'page', 'dist', 'index.html'), 'built')

  expect(sources()).toBe(before)
})

test('takes a path that does not exist for absent', () => {
  expect(fingerprint(root, ['page', 'nowhere'])).toBe(fingerprint(root, ['page']))
  expect(readStamp(join(root, 'nowhere'))).toBeUndefined()
})
