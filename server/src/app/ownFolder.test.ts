// Nobody but the owner reads the data folder: new, from an older server, and what SQLite makes while it runs.
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepPictureFile } from '../shops/catalogue/pictureFiles.ts'
import { ownFolder } from './ownFolder.ts'
import { startTestApp } from '../testing/startTestApp.ts'

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-own-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o755)
  return folder
}

/** Names that somebody else could read, the folder itself as an empty name. */
async function readableByOthers(folder: string): Promise<string[]> {
  const names = ['', ...(await readdir(folder, { recursive: true }))]
  const modes = await Promise.all(names.map(async (name) => ({ name, mode: (await stat(join(folder, name))).mode })))
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ name }) => name)
}

const env = { HTTPS_PORT: '0', LOG_LEVEL: 'silent' }

test('a running server leaves nothing in its data folder that another account can read, with the usual umask', async () => {
  const dataDir = await openFolder()
  const app = await startTestApp({ dataDir, env })
  closers.push(app.close)
  await keepPictureFile(dataDir, 'cup.png', Buffer.from('x'))

  const names = await readdir(dataDir)
  expect(names).toEqual(expect.arrayContaining(['certificate.pem', 'lantern.db', 'lantern.db-shm', 'lantern.db-wal']))
  expect(await readableByOthers(dataDir)).toEqual([])
})

test('a folder of an older server is closed at the start, with its pictures and what SQLite left beside the database', async () => {
  const dataDir = await openFolder()
  const first = await startTestApp({ dataDir, env })
  await keepPictureFile(dataDir, 'cup.png', Buffer.from('x'))
  await first.close()
  await mkdir(join(dataDir, 'acme'))
  await writeFile(join(dataDir, 'acme', 'account.pem'), 'x')
  for (const name of ['', 'pictures', 'acme']) await chmod(join(dataDir, name), 0o755)
  for (const name of ['lantern.db', 'certificate.pem', 'pictures/cup.png']) await chmod(join(dataDir, name), 0o644)
  expect(await readableByOthers(dataDir)).toHaveLength(7)

  const second = await startTestApp({ dataDir, env })
  closers.push(second.close)

  expect(await readableByOthers(dataDir)).toEqual([])
})

test('what is not ours in the folder, and a folder that everybody writes to, keep their mode', async () => {
  const shared = await openFolder()
  await writeFile(join(shared, 'notes.txt'), 'x')
  await writeFile(join(shared, 'lantern.db'), 'x')
  for (const name of ['notes.txt', 'lantern.db']) await chmod(join(shared, name), 0o644)
  await chmod(shared, 0o1777)

  expect(await ownFolder(shared)).toEqual([])

  expect((await stat(shared)).mode & 0o7777).toBe(0o1777)
  expect((await stat(join(shared, 'notes.txt'))).mode & 0o777).toBe(0o644)
  expect((await stat(join(shared, 'lantern.db'))).mode & 0o777).toBe(0o600)
})
