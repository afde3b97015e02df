// A picture's file: whoever reads it meanwhile finds all of it or nothing, and a second writer changes nothing.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPictureFile } from './pictureFiles.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-files-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const fileOf = (name: string) => join(dataDir, 'pictures', name)
/** 0: it is not there. */
const sizeOf = (name: string) =>
  stat(fileOf(name)).then(
    ({ size }) => size,
    () => 0,
  )

test('the path names the file, in a folder that is made when it is missing', async () => {
  const path = await keepPictureFile(dataDir, 'a.png', Buffer.from([0, 255]))

  expect(path).toBe('/pictures/a.png')
  expect(await readFile(join(dataDir, path))).toEqual(Buffer.from([0, 255]))
})

test('the file is whole whenever it is there', async () => {
  const bytes = Buffer.alloc(20_000_000, 7)
  const sizes = new Set<number>()
  let isKept = false
  const keeping = keepPictureFile(dataDir, 'a.png', bytes).finally(() => (isKept = true))

  while (!isKept) sizes.add(await sizeOf('a.png'))
  await keeping

  expect([...sizes].filter((size) => size !== 0 && size !== bytes.length)).toEqual([])
  expect(await sizeOf('a.png')).toBe(bytes.length)
})

test('kept twice is kept once, and no draft stays', async () => {
  const keep = () => keepPictureFile(dataDir, 'a.png', Buffer.from('same'))

  await keep()
  await keep()

  expect(await readdir(join(dataDir, 'pictures'))).toEqual(['a.png'])
})

test('kept by many at once is one whole file', async () => {
  const bytes = Buffer.alloc(1_000_000, 3)

  const paths = await Promise.all(Array.from({ length: 8 }, () => keepPictureFile(dataDir, 'a.png', bytes)))

  expect(new Set(paths)).toEqual(new Set(['/pictures/a.png']))
  expect(await readdir(join(dataDir, 'pictures'))).toEqual(['a.png'])
  expect(await readFile(fileOf('a.png'))).toEqual(bytes)
})

test('a disk that refuses is told, and leaves no draft', async () => {
  await mkdir(join(dataDir, 'pictures', 'a.png', 'in the way'), { recursive: true })

  await expect(keepPictureFile(dataDir, 'a.png', Buffer.from('x'))).rejects.toThrow()

  expect(await readdir(join(dataDir, 'pictures'))).toEqual(['a.png'])
})

test('a folder that cannot be made is told', async () => {
  await writeFile(join(dataDir, 'pictures'), 'a file')

  await expect(keepPictureFile(dataDir, 'a.png', Buffer.from('x'))).rejects.toThrow()
})
