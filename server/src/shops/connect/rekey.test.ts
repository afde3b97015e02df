// A new key takes over every kept secret while values are set beside it; what cannot be opened keeps the old key in place.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShop, sqlitePlace } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../../ledger/proofs/testShop.ts'
import type { ConnectionRecords } from '../records/connectionRecords.ts'
import { createConnectionRecords } from '../records/createConnectionRecords.ts'
import { readConfig } from '../../settings/config.ts'
import { readConnection } from '../../settings/connection.ts'
import { keepValues } from './keepValues.ts'
import { rekey } from './rekey.ts'
import { createSecretKeys, KEY_FILE } from './secretKeys.ts'
import { openValues } from './values.ts'

let place: DatabasePlace
let shop: TestShop
let records: ConnectionRecords
let dataDir: string

beforeEach(async () => {
  place = await sqlitePlace()
  shop = await openShop(place)
  records = createConnectionRecords(shop.database, { onChange: () => undefined })
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-rekey-'))
})
afterEach(async () => {
  await shop.close()
  await place.drop()
  await rm(dataDir, { recursive: true })
})

const keys = () => createSecretKeys({ dataDir, secretsKeys: null })

async function keep(kind: 'woo' | 'ucp', value: string): Promise<void> {
  const box = await keys().boxOrNew()
  const field = kind === 'woo' ? 'WOO_CONSUMER_KEY' : 'SHOP_WEBHOOK_SECRET'
  const sealed = box.ok ? box.value.seal(value, `${kind} ${field}`) : ''
  await records.saveDraft({
    kind,
    endpointId: kind,
    set: [{ field, value: sealed, isSealed: true, tail: null }],
    remove: [],
  })
}
const readAll = async () => Promise.all((await records.list()).map((one) => openValues(keys(), one)))

test('every secret is opened by the new key alone, and each is what it was', async () => {
  await keep('woo', 'ck_1')
  await keep('ucp', 'whsec_1')
  const before = await readFile(join(dataDir, KEY_FILE), 'utf8')

  expect(await rekey({ keys: keys(), records })).toEqual(grant(2))

  const after = await readFile(join(dataDir, KEY_FILE), 'utf8')
  expect(after.trim().split('\n')).toHaveLength(1)
  expect(after).not.toContain(before.trim())
  const opened = (await readAll()).map((one) => one.ok && one.value)
  expect(opened).toContainEqual({ WOO_CONSUMER_KEY: 'ck_1' })
  expect(opened).toContainEqual({ SHOP_WEBHOOK_SECRET: 'whsec_1' })
})

test('a value that is kept at the same moment is not left behind', async () => {
  await keep('woo', 'ck_1')
  let isFirst = true
  const busy: typeof records = {
    ...records,
    async reseal(values) {
      if (isFirst) await keep('ucp', 'whsec_2')
      isFirst = false
      return records.reseal(values)
    },
  }

  expect(await rekey({ keys: keys(), records: busy })).toEqual(grant(2))
  expect((await readAll()).every(({ ok }) => ok)).toBe(true)
})

test('a value that was sealed before the new key and written after it is sealed again', async () => {
  await keep('woo', 'ck_12345678')
  let isFirst = true
  const busy: typeof records = {
    ...records,
    async saveDraft(draft) {
      if (isFirst) expect(await rekey({ keys: keys(), records })).toEqual(grant(1))
      isFirst = false
      return records.saveDraft(draft)
    },
  }
  const outcome = readConfig({ SHOP_NAME: 'Lamps', DATA_DIR: dataDir })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const needs = { keys: keys(), fixed: outcome.config, allowedHosts: [], readSettings: readConnection, records: busy }
  const fields = { SHOP_URL: 'https://woo.example', WOO_CONSUMER_SECRET: 'cs_12345678' }

  expect(await keepValues(needs, { kind: 'woo', fields })).toEqual(grant(null))
  expect(await readAll()).toMatchObject([grant({ ...fields, WOO_CONSUMER_KEY: 'ck_12345678' })])
})

test('where nothing is sealed there is nothing to do, and no key is made', async () => {
  expect(await rekey({ keys: keys(), records })).toEqual(grant(0))
  await expect(readFile(join(dataDir, KEY_FILE))).rejects.toThrow('ENOENT')
})

test('what another key has sealed stops it, and nothing is lost', async () => {
  await keep('woo', 'ck_1')
  const field = 'SHOP_WEBHOOK_SECRET'
  const foreign = [{ field, value: 'v1.ffffffff.AAAA.AAAA', isSealed: true, tail: null }] as const
  await records.saveDraft({ kind: 'ucp', endpointId: 'ucp', set: foreign, remove: [] })

  expect(await rekey({ keys: keys(), records })).toEqual(refuse('SECRETS_KEY_WRONG'))
  expect((await readFile(join(dataDir, KEY_FILE), 'utf8')).trim().split('\n')).toHaveLength(1)
  const woo = (await records.list()).find(({ kind }) => kind === 'woo')
  expect(woo && (await openValues(keys(), woo))).toEqual(grant({ WOO_CONSUMER_KEY: 'ck_1' }))
})
