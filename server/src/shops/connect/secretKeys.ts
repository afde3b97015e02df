// Where the key of the shop's kept secrets is: in a setting, or in a file of the data folder that only its owner may read.
import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { createSecretBox, KEY_BYTES, type SecretBox } from './secretBox.ts'

export interface SecretKeySettings {
  readonly dataDir: string
  /** Each base64 of 32 bytes, the newest first; null: they are in the file. */
  readonly secretsKeys: readonly string[] | null
}

export interface SecretKeys {
  /** Read anew each time: a key that is put back, or a newer one, needs no restart. */
  box(): Promise<Outcome<SecretBox, 'SECRETS_KEY_MISSING' | 'SECRETS_KEY_WRONG'>>
  /** Makes the file where there is none; only for a database that has nothing sealed yet. */
  boxOrNew(): Promise<Outcome<SecretBox, 'SECRETS_KEY_MISSING' | 'SECRETS_KEY_WRONG'>>
  /** Puts a new key in front; NOT_ALLOWED: the key is a setting. */
  addKey(): Promise<Outcome<null, 'NOT_ALLOWED' | 'SECRETS_KEY_MISSING'>>
  /** Leaves the first alone. */
  dropOldKeys(): Promise<void>
}

export const KEY_FILE = 'secrets.key'
const OWNER_ONLY = 0o600
const makeKey = () => randomBytes(KEY_BYTES).toString('base64')

function boxOf(texts: readonly string[]): Outcome<SecretBox, 'SECRETS_KEY_WRONG'> {
  const [newest, ...older] = texts.map((text) => Buffer.from(text, 'base64'))
  if (newest === undefined || [newest, ...older].some((key) => key.length !== KEY_BYTES))
    return refuse('SECRETS_KEY_WRONG')
  return grant(createSecretBox([newest, ...older]))
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The file: one key a line, the newest first. */
function openKeyFile(dataDir: string) {
  const file = join(dataDir, KEY_FILE)
  const draftOf = () => `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  return {
    async read(): Promise<readonly string[] | null> {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return text === null ? null : linesOf(text)
    },
    /** Whole or not at all; of two processes that make one at once, both have the first's. */
    async make(): Promise<void> {
      const draft = draftOf()
      await writeFile(draft, `${makeKey()}\n`, { mode: OWNER_ONLY, flag: 'wx' })
      await link(draft, file)
        .catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
        })
        .finally(() => rm(draft, { force: true }))
    },
    async replace(keys: readonly string[]): Promise<void> {
      const draft = draftOf()
      await writeFile(draft, keys.map((key) => `${key}\n`).join(''), { mode: OWNER_ONLY, flag: 'wx' })
      await rename(draft, file)
    },
  }
}

export function createSecretKeys({ dataDir, secretsKeys }: SecretKeySettings): SecretKeys {
  const file = openKeyFile(dataDir)
  const readKeys = () => (secretsKeys === null ? file.read() : Promise.resolve(secretsKeys))

  const box: SecretKeys['box'] = async () => {
    const keys = await readKeys()
    return keys === null ? refuse('SECRETS_KEY_MISSING') : boxOf(keys)
  }

  return {
    box,
    async boxOrNew() {
      if ((await readKeys()) === null) await file.make()
      return box()
    },
    async addKey() {
      if (secretsKeys !== null) return refuse('NOT_ALLOWED')
      const keys = await readKeys()
      if (keys === null) return refuse('SECRETS_KEY_MISSING')
      await file.replace([makeKey(), ...keys])
      return grant(null)
    },
    async dropOldKeys() {
      const [newest] = (await readKeys()) ?? []
      if (secretsKeys === null && newest !== undefined) await file.replace([newest])
    },
  }
}
