// Passwords: scrypt with a salt each, compared in constant time.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const STRONG = { N: 32_768, r: 8, p: 3 }
/** For demo passwords, which everyone knows: a start should not wait for them. */
export const QUICK = { N: 4096, r: 8, p: 1 }
const MAX_MEMORY = 96 * 1024 * 1024
const KEY_BYTES = 32
const STORED = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/

function derive(password: string, salt: Buffer, cost: typeof STRONG): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: MAX_MEMORY }
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

function toText({ N, r, p }: typeof STRONG, salt: Buffer, key: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Self-describing: algorithm, cost, salt and key. */
export async function hashPassword(password: string, cost = STRONG): Promise<string> {
  const salt = randomBytes(16)
  return toText(cost, salt, await derive(password, salt, cost))
}

// Takes as long to refuse as a real one, so that the time does not tell which names exist.
const NOBODY = toText(STRONG, Buffer.alloc(16), Buffer.alloc(KEY_BYTES))

/** Whether the password is the one that was hashed; null stands for a name that does not exist, and always takes as long. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = STORED.exec(stored ?? NOBODY) ?? STORED.exec(NOBODY)
  const [, N, r, p, salt = '', key = ''] = parts ?? []
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  const isSame = timingSafeEqual(derived, Buffer.from(key, 'base64url'))
  return isSame && stored !== null && STORED.test(stored)
}
