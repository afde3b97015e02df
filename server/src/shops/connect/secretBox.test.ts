// A secret comes back whole in its own place under its own key, and nowhere else; the key's file is made once and kept.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSecretBox } from './secretBox.ts'
import { createSecretKeys, KEY_FILE } from './secretKeys.ts'

const [key, other] = [randomBytes(32), randomBytes(32)]
const box = createSecretBox([key])
const PLACE = 'medusa MEDUSA_ADMIN_TOKEN'
const WRONG = refuse('SECRETS_KEY_WRONG')

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-keys-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

test('what is sealed comes back in its place, and is never sealed the same way twice', () => {
  const sealed = [box.seal('sk_钥匙', PLACE), box.seal('sk_钥匙', PLACE)]

  expect(sealed.map((one) => box.open(one, PLACE))).toEqual([grant('sk_钥匙'), grant('sk_钥匙')])
  expect(new Set(sealed).size).toBe(2)
  expect(sealed.join()).not.toContain('sk_')
})

test('a row in another place, a bit turned over, another key and rubbish are one refusal', () => {
  const sealed = box.seal('sk_1', PLACE)
  const body = Buffer.from(sealed.split('.')[3] ?? '', 'base64url')
  body.writeUInt8((body[0] ?? 0) ^ 1)
  const turned = [...sealed.split('.').slice(0, 3), body.toString('base64url')].join('.')

  expect(box.open(sealed, 'medusa MEDUSA_PUBLISHABLE_KEY')).toEqual(WRONG)
  expect(box.open(sealed, 'woo MEDUSA_ADMIN_TOKEN')).toEqual(WRONG)
  expect(createSecretBox([other]).open(sealed, PLACE)).toEqual(WRONG)
  for (const text of [turned, '', 'v1', 'v2.a.b.c', `${sealed.slice(0, 20)}..`, sealed.slice(0, -20)])
    expect(box.open(text, PLACE), text).toEqual(WRONG)
})

test('a newer key seals, and the one before still opens', () => {
  const old = box.seal('sk_1', PLACE)
  const both = createSecretBox([other, key])
  const fresh = both.seal('sk_1', PLACE)

  expect([both.open(old, PLACE), both.isNewest(old), both.isNewest(fresh)]).toEqual([grant('sk_1'), false, true])
  expect(createSecretBox([other]).open(fresh, PLACE)).toEqual(grant('sk_1'))
})

test('the file is made by the first who needs it, for its owner alone, and the same for two at once', async () => {
  const [one, two] = [1, 2].map(() => createSecretKeys({ dataDir, secretsKeys: null }))
  expect(await one?.box()).toEqual(refuse('SECRETS_KEY_MISSING'))

  const boxes = await Promise.all([one?.boxOrNew(), two?.boxOrNew()])

  const sealed = boxes[0]?.ok ? boxes[0].value.seal('sk_1', PLACE) : ''
  expect(boxes[1]?.ok && boxes[1].value.open(sealed, PLACE)).toEqual(grant('sk_1'))
  expect((await stat(join(dataDir, KEY_FILE))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(dataDir, KEY_FILE), 'utf8')).toMatch(/^[\w+/=]{44}\n$/)
})

test('a key is added in front, and the old ones are dropped', async () => {
  const keys = createSecretKeys({ dataDir, secretsKeys: null })
  const before = await keys.boxOrNew()
  const sealed = before.ok ? before.value.seal('sk_1', PLACE) : ''

  await keys.addKey()
  const both = await keys.box()
  await keys.dropOldKeys()
  const after = await keys.box()

  expect(both.ok && [both.value.open(sealed, PLACE), both.value.isNewest(sealed)]).toEqual([grant('sk_1'), false])
  expect(after.ok && after.value.open(sealed, PLACE)).toEqual(WRONG)
})

test('keys of the settings are no file, and a damaged file is refused', async () => {
  const secretsKeys = [other, key].map((one) => one.toString('base64'))
  const set = await createSecretKeys({ dataDir, secretsKeys }).box()
  await writeFile(join(dataDir, KEY_FILE), 'half a k')

  expect(set.ok && set.value.open(box.seal('sk_1', PLACE), PLACE)).toEqual(grant('sk_1'))
  expect(await createSecretKeys({ dataDir, secretsKeys }).addKey()).toEqual(refuse('NOT_ALLOWED'))
  expect(await createSecretKeys({ dataDir, secretsKeys: null }).boxOrNew()).toEqual(WRONG)
})
