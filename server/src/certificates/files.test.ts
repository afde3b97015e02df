// A certificate in files: taken where it fits its key, refused in words where not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../ops/log.ts'
import { makeTestCertificate } from '../testing/testCertificate.ts'
import { openCertificateFiles } from './files.ts'
import type { Certificate } from './pair.ts'

const NOW = Date.parse('2026-03-01T10:00:00Z')
const DAY = 86_400_000
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const make = (days: number) => makeTestCertificate({ hosts: ['live.example.com'], from: NOW, until: NOW + days * DAY })

async function put({ cert, key }: Certificate) {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  await writeFile(files.certFile, cert)
  await writeFile(files.keyFile, key)
  return files
}

const openAll = (files: { certFile: string; keyFile: string }) =>
  openCertificateFiles({ files, clock: () => NOW, log: createLog('silent') })

test('what is in the files is served, with its days', async () => {
  const certificate = await make(40)

  const source = await openAll(await put(certificate))

  expect(source.current()).toEqual(certificate)
  expect(source.daysLeft()).toBe(40)
})

test('what cannot be served is refused with the reason', async () => {
  const [one, other] = await Promise.all([make(40), make(40)])
  const missing = { certFile: join(folder, 'none.pem'), keyFile: join(folder, 'none.pem') }

  await expect(openAll(missing)).rejects.toThrow(/ENOENT.*none\.pem/)
  await expect(openAll(await put({ cert: one.cert, key: other.key }))).rejects.toThrow('is not the key of')
  await expect(openAll(await put({ cert: one.key, key: one.key }))).rejects.toThrow('are not in these files')
})

test('files that change are served at the next look, and while they are half written the old ones stay', async () => {
  const files = await put(await make(40))
  const source = await openAll(files)
  const next = await make(80)
  const handed: Certificate[] = []
  source.start((one) => handed.push(one))
  source.close()
  await writeFile(files.certFile, next.cert)
  await expect(source.look()).rejects.toThrow('is not the key of')
  expect([handed, source.daysLeft()]).toEqual([[], 40])

  await writeFile(files.keyFile, next.key)
  await source.look()

  expect(handed).toEqual([next])
  expect(source.daysLeft()).toBe(80)
})
