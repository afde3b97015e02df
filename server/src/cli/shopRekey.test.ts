// npm run shop:rekey as a command, on SQLite and PostgreSQL: beside a running server, twice, at once, interrupted, with wrong keys.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONNECTION_FIELDS, type ConnectionFieldName } from '@lantern/shared/contract/connections.ts'
import { openDatabase } from '../app/openDatabase.ts'
import type { Database } from '../database/database.ts'
import { createSecretKeys, KEY_FILE } from '../shops/connect/secretKeys.ts'
import { openValues, placeOf } from '../shops/connect/values.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import { runHere } from '../testing/commands.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'
import { runShopRekey } from './runShopRekey.ts'

const REKEY = fileURLToPath(new URL('./shopRekey.ts', import.meta.url))
const NO_SHOP = { SHOP_NAME: 'Lamps', SHOP_URL: '', SHOP_INTERNAL_URL: '', SHOP_WEBHOOK_SECRET: '' }
const WOO = { SHOP_URL: 'https://woo.example', WOO_CONSUMER_KEY: 'ck_12345678', WOO_CONSUMER_SECRET: 'cs_12345678' }
const UCP = { SHOP_URL: 'https://ucp.example', SHOP_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }
const ENDLESS = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 1e12) select max(i) from n'
const newKey = () => randomBytes(32).toString('base64')
const places = postgresPlaces()

interface Place {
  readonly url: string | null
  drop(): Promise<void>
}

interface Running {
  readonly ended: Promise<{ readonly code: unknown; readonly said: string }>
  stop(): Promise<unknown>
}

const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  SQLite: () => Promise.resolve({ url: null, drop: () => Promise.resolve() }),
  PostgreSQL: () => places(),
}

async function setKeys({ url, staffCookie }: TestApp, fields: Record<string, string>): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: url, cookie: await staffCookie('owner') }
  const body = JSON.stringify({ kind: 'woo', fields })
  return (await fetch(`${url}/api/shop/keys`, { method: 'POST', headers, body })).status
}

describe.each(Object.keys(PLACES))('%s', (name) => {
  let place: Place
  let dataDir: string
  let database: Database
  let running: Running[]

  const databaseFile = () => join(dataDir, 'lantern.db')
  const keyFile = () => join(dataDir, KEY_FILE)
  const readKeys = async () => (await readFile(keyFile(), 'utf8')).trim().split('\n')
  const env = () => ({ ...NO_SHOP, ...(place.url === null ? {} : { DATABASE_URL: place.url }) })
  const records = () => createConnectionRecords(database, { onChange: () => undefined })

  async function keep(kind: 'woo' | 'ucp', texts: Partial<Record<ConnectionFieldName, string>>): Promise<void> {
    const box = await createSecretKeys({ dataDir, secretsKeys: null }).boxOrNew()
    if (!box.ok) throw new Error(box.code)
    const fields = Object.entries(texts) as [ConnectionFieldName, string][]
    const set = fields.map(([field, text]) => {
      const isSealed = CONNECTION_FIELDS[field].isSecret
      return { field, value: isSealed ? box.value.seal(text, placeOf(kind, field)) : text, isSealed, tail: null }
    })
    await records().saveDraft({ kind, endpointId: kind, set, remove: [] })
  }

  beforeEach(async () => {
    running = []
    place = await (PLACES[name] ?? places)()
    dataDir = await mkdtemp(join(tmpdir(), 'lantern-rekey-'))
    database = await openDatabase({ url: place.url, file: databaseFile() })
    await keep('woo', WOO)
    await keep('ucp', UCP)
  })
  afterEach(async () => {
    await Promise.all(running.map(({ stop }) => stop()))
    await database.close()
    await place.drop()
    await rm(dataDir, { recursive: true })
  })

  /** As a program of its own: it may be killed, and two of them know nothing of each other. */
  function start(): Running {
    const child = spawn(process.execPath, [REKEY], { env: { ...process.env, ...env(), DATA_DIR: dataDir } })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, said }))
    const stop = () => {
      child.kill('SIGKILL')
      return ended
    }
    const process_ = { ended, stop }
    running.push(process_)
    return process_
  }
  async function run(more: Record<string, string> = {}) {
    const { code, lines } = await runHere(runShopRekey, { env: { ...env(), DATA_DIR: dataDir, ...more } })
    return { code, said: lines.join('\n') }
  }

  /** What each kind's values are by the keys that there are now; null where they do not open it. */
  async function readAll(secretsKeys: readonly string[] | null = null) {
    const keys = createSecretKeys({ dataDir, secretsKeys })
    const kept = await records().listAll()
    const rows = await Promise.all(kept.map(async (one) => [one.kind, await openValues(keys, one)] as const))
    return Object.fromEntries(rows.map(([kind, values]) => [kind, values.ok ? values.value : null]))
  }

  /** What seals anew stands still until it is let go. */
  async function holdBack(): Promise<() => Promise<unknown>> {
    if (place.url === null) {
      const file = new DatabaseSync(databaseFile())
      file.exec(`create trigger slow before update of value on connection_values begin select (${ENDLESS}); end`)
      return () => Promise.resolve(file.exec('drop trigger slow')).finally(() => file.close())
    }
    const client = new Client({ connectionString: place.url })
    await client.connect()
    await client.query(`begin; select * from counters where name = 'shop connections' for update`)
    return () => client.end()
  }

  test('beside a running server, twice: one new key opens all, and the server goes on with it', async () => {
    const app = await startTestApp({ dataDir, env: env() })
    const [before] = await readKeys()
    const first = await run()
    const between = await readKeys()
    const second = await run()
    const after = await readKeys()

    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('3 secrets are sealed by the new key') })
    expect(second.code).toBe(0)
    expect([between.length, after.length, new Set([before, ...between, ...after]).size]).toEqual([1, 1, 3])
    expect(await readAll()).toMatchObject({ woo: WOO, ucp: UCP })
    expect(await setKeys(app, { WOO_CONSUMER_SECRET: 'cs_another' })).toBe(200)
    await app.close()
    expect(await readAll()).toMatchObject({ woo: { ...WOO, WOO_CONSUMER_SECRET: 'cs_another' }, ucp: UCP })
  })

  test('killed between the new key and what it is to seal, all opens, and the next one ends it', async () => {
    const letGo = await holdBack()
    const { stop } = start()
    await expect.poll(readKeys).toHaveLength(2)
    await stop()
    await letGo()

    expect(await readAll()).toMatchObject({ woo: WOO, ucp: UCP })
    expect((await run()).code).toBe(0)
    expect(await readKeys()).toHaveLength(1)
    expect(await readAll()).toMatchObject({ woo: WOO, ucp: UCP })
  })

  test('of two at once one says that the other is at it, or both are done in turn', async () => {
    const ended = await Promise.all([start().ended, start().ended])

    for (const { code, said } of ended) expect(code === 0 ? '' : said).not.toMatch(/WRONG|MISSING|Error/)
    expect(ended.some(({ code }) => code === 0)).toBe(true)
    expect(await readKeys()).toHaveLength(1)
    expect(await readAll()).toMatchObject({ woo: WOO, ucp: UCP })
  })

  // What keys there are is a matter of the folder and the settings, whichever database it is.
  if (name !== 'SQLite') return

  test('with another key nothing changes, and with the right one behind it all is sealed by the new one', async () => {
    const [old = ''] = await readKeys()
    await writeFile(keyFile(), `${newKey()}\n`)
    const other = await readKeys()
    const wrong = await run()

    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('SECRETS_KEY_WRONG') })
    expect(await readKeys()).toEqual(other)

    await writeFile(keyFile(), `${[...other, old].join('\n')}\n`)
    expect((await run()).code).toBe(0)
    expect(await readKeys()).toHaveLength(1)
    expect(await readAll()).toMatchObject({ woo: WOO, ucp: UCP })
  })

  test('by the setting: the first of two keys seals; a wrong second one changes nothing', async () => {
    const [old = ''] = await readKeys()
    const key = newKey()
    const wrong = await run({ SECRETS_KEY: `${key},${newKey()}` })
    const right = await run({ SECRETS_KEY: `${key},${old}` })

    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('behind the first, with a comma') })
    expect(right).toMatchObject({ code: 0, said: expect.stringContaining('leave only the first of SECRETS_KEY') })
    expect(await readAll([key])).toMatchObject({ woo: WOO, ucp: UCP })
    expect(await readKeys()).toEqual([old])
  })
})
