// Seals secrets of the shop with a key that is not in the database: AES-256-GCM, each bound to the place it stands in.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'

export interface SecretBox {
  /** `place`: kind and field; sealed for one it cannot be opened in another. */
  seal(secret: string, place: string): string
  /** SECRETS_KEY_WRONG: sealed by another key, for another place, or damaged. Nothing is told of what is in it. */
  open(sealed: string, place: string): Outcome<string, 'SECRETS_KEY_WRONG'>
  /** Whether it is sealed by the first key. */
  isNewest(sealed: string): boolean
}

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'
const VERSION = 'v1'

/** Says which key it was without saying the key. */
const nameOf = (key: Buffer) => createHash('sha256').update('lantern key').update(key).digest('hex').slice(0, 8)

function decrypt(key: Buffer, place: string, [nonce, body]: readonly [Buffer, Buffer]): string | null {
  if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
  decipher.setAuthTag(body.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** The first key seals, each of them opens. */
export function createSecretBox(keys: readonly [Buffer, ...Buffer[]]): SecretBox {
  const [newest] = keys
  const byName = new Map(keys.map((key) => [nameOf(key), key]))
  return {
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, newest, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [VERSION, nameOf(newest), nonce.toString('base64url'), body.toString('base64url')].join('.')
    },
    open(sealed, place) {
      const [version, name = '', nonce = '', body = ''] = sealed.split('.')
      const key = version === VERSION ? byName.get(name) : undefined
      const parts = [Buffer.from(nonce, 'base64url'), Buffer.from(body, 'base64url')] as const
      const secret = key === undefined ? null : decrypt(key, place, parts)
      return secret === null ? refuse('SECRETS_KEY_WRONG') : grant(secret)
    },
    isNewest: (sealed) => sealed.split('.')[1] === nameOf(newest),
  }
}
