// What is looked at before anything opens: the data folder can be made and written, HOST is an address of this machine.
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareDataDir, resolveHost } from './machine.ts'
import { SettingError } from '../kit/startFailure.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-machine-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a data folder is made with those above it, for its owner alone, and nothing is left in it', async () => {
  const deep = join(folder, 'a', 'b', 'c')

  expect(await prepareDataDir(deep)).toEqual([])
  expect(await prepareDataDir(deep)).toEqual([])

  expect(await readdir(deep)).toEqual([])
  expect((await stat(deep)).mode & 0o777).toBe(0o700)
})

test('two processes may make one data folder at once', async () => {
  const deep = join(folder, 'a', 'b')

  await Promise.all(Array.from({ length: 8 }, () => prepareDataDir(deep)))

  expect(await readdir(deep)).toEqual([])
})

test('a file, a place in a file and a place in /proc are no data folders, which is said at once', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'kept')

  for (const [place, why] of [
    [file, 'is a file, or stands in one'],
    [join(file, 'deep', 'er'), 'is a file, or stands in one'],
    [join('/proc', 'nope', 'deep'), 'cannot be made there'],
  ] as const) {
    const error: unknown = await prepareDataDir(place).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SettingError)
    expect(error).toMatchObject({ code: 'DATA_DIR', message: expect.stringContaining(`${place} ${why}`) })
  }
})

test('a folder that this user may not write is no data folder', async () => {
  // What root may not write either: a file system that takes no files.
  const place = process.getuid?.() === 0 ? '/sys' : folder
  if (place === folder) await chmod(folder, 0o500)

  await expect(prepareDataDir(place)).rejects.toMatchObject({
    code: 'DATA_DIR',
    message: expect.stringMatching(/cannot be written|cannot be made/),
  })

  await chmod(folder, 0o700)
})

test('HOST becomes an address on which this machine can listen', async () => {
  expect(await resolveHost('127.0.0.1')).toBe('127.0.0.1')
  expect(await resolveHost('0.0.0.0')).toBe('0.0.0.0')
  expect(['127.0.0.1', '::1']).toContain(await resolveHost('localhost'))
})

test('a name that nobody knows and an address of another machine are named', async () => {
  await expect(resolveHost('nowhere.invalid')).rejects.toMatchObject({
    code: 'HOST',
    message: '"nowhere.invalid" is not an address and no name that is known here',
  })
  await expect(resolveHost('192.0.2.1')).rejects.toMatchObject({
    code: 'HOST',
    message: '"192.0.2.1" is not an address of this machine; 0.0.0.0 stands for all of them',
  })
})
