// The app as a whole: what its metrics tell of a database that has gone wrong, and what is left when it cannot start.
import { createServer, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { readConfig } from '../settings/config.ts'
import { createIdleSfu } from '../testing/idleSfu.ts'
import { startTestApp } from '../testing/startTestApp.ts'

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-app-'))
  closers.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function metricsOf(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

/** The metrics as soon as the ledger has been looked at; it is at the start. */
async function metricsAfterCheck(url: string): Promise<Map<string, number>> {
  await expect.poll(async () => (await metricsOf(url)).get('ledger_drift_units')).not.toBe(0)
  return metricsOf(url)
}

test('drift and oversold units in the database show under the names that the alarms ask for', async () => {
  const dataDir = await newDataDir()
  const sound = await startTestApp({ dataDir })
  const before = await metricsOf(sound.url)
  expect([before.get('ledger_drift_units'), before.get('oversold_units_total')]).toEqual([0, 0])
  expect(before.get('lantern_waitlist_places')).toBe(0)
  await sound.close()

  const database = new DatabaseSync(join(dataDir, 'lantern.db'))
  database.exec(`update offers set free = free + 2 where id = (select min(id) from offers)`)
  database.exec(`update offers set paid = 6, allotted = 5, free = 5 where id = (select max(id) from offers)`)
  database.close()
  const broken = await startTestApp({ dataDir, env: { LOG_LEVEL: 'silent' } })
  closers.push(broken.close)

  const metrics = await metricsAfterCheck(broken.url)
  // Two free units too many, and six paid ones that no hold has paid.
  expect(metrics.get('ledger_drift_units')).toBe(2 + 6)
  expect(metrics.get('oversold_units_total')).toBe(1)
})

async function takenPort(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return { server, port: address.port }
}

test('what cannot start closes what it had opened, and can be started again', async () => {
  const dataDir = await newDataDir()
  const { server, port } = await takenPort()
  const env = {
    PORT: String(port),
    HTTPS_PORT: 'off',
    HOST: '127.0.0.1',
    DEMO: '1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  }
  const read = readConfig({ ...env, ANNOUNCED_ADDRESSES: '127.0.0.1', SHOP_INTERNAL_URL: 'http://127.0.0.1:9' })
  if (!read.ok) throw new Error(read.problems.join())
  let open = 0
  const createSfu: typeof createIdleSfu = async (options) => {
    const sfu = await createIdleSfu(options)
    open += 1
    return { ...sfu, close: async () => void (open -= 1) }
  }

  await expect(createApp(read.config, { createSfu })).rejects.toThrow('EADDRINUSE')
  expect(open).toBe(0)

  await new Promise((resolve) => server.close(resolve))
  const app = await createApp(read.config, { createSfu })
  expect(open).toBe(1)
  await app.close()
  expect(open).toBe(0)
})
