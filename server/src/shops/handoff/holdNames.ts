// The names by which an order of the shop says which hold it pays: signed, since a buyer can rewrite a cart.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Store } from '../../records/store.ts'

export interface HoldNames {
  /** For attributes and metadata, which keep capital letters. */
  nameOf(holdId: HoldId): string
  /** Null: not one of ours, or rewritten. */
  readName(text: string): HoldId | null
  /** For codes a buyer may type, which shops fold to one case. */
  codeOf(holdId: HoldId): string
  readCode(text: string): HoldId | null
}

const SIGNATURE_BYTES = 10
const PREFIX = 'LT'
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

export async function createHoldNames(store: Pick<Store, 'secret'>): Promise<HoldNames> {
  const key = await store.secret('hold-name-key', () => Promise.resolve(randomBytes(32).toString('base64url')))
  const sign = (holdId: string) => createHmac('sha256', key).update(holdId).digest().subarray(0, SIGNATURE_BYTES)

  function prove(holdId: string, signature: Buffer): HoldId | null {
    const id = HoldId.safeParse(holdId)
    if (!id.success || signature.length !== SIGNATURE_BYTES) return null
    return timingSafeEqual(sign(holdId), signature) ? id.data : null
  }

  return {
    nameOf: (holdId) => `${holdId}.${sign(holdId).toString('base64url')}`,
    readName(text) {
      const [holdId = '', signature = '', ...rest] = text.split('.')
      return rest.length === 0 ? prove(holdId, Buffer.from(signature, 'base64url')) : null
    },
    codeOf: (holdId) => `${PREFIX}-${toBase32(Buffer.concat([sign(holdId), Buffer.from(holdId)]))}`,
    readCode(text) {
      const letters = /^LT-([A-Z2-7]{17,130})$/.exec(text.trim().toUpperCase())?.[1]
      if (letters === undefined) return null
      const bytes = fromBase32(letters)
      return prove(bytes.subarray(SIGNATURE_BYTES).toString(), bytes.subarray(0, SIGNATURE_BYTES))
    },
  }
}
