// The names by which an order of the shop says which hold it pays: signed, since a buyer can rewrite a cart.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HandedHold } from '../checkout.ts'
import { duesOf, type HoldMoney } from './basket.ts'
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

export interface BasketNames extends HoldNames {
  /** Of this studio among others at one shop; it says nothing of the key. */
  readonly studio: string
  /** The holds of a basket, and what each of them comes to; of a hold that is alone its own name. */
  nameOfAll(basket: HandedHold): string
  /** Of either name; empty: not one of ours, or rewritten. */
  readAll(text: string): readonly HoldMoney[]
}

/** Under which the studio keeps the key of the names. */
export const NAME_KEY = 'hold-name-key'
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

/** Empty: another one signed it. */
function readBasket(text: string, signBasket: (body: string) => string): readonly HoldMoney[] {
  const [body = '', signature = '', ...rest] = text.split('.')
  const [is, right] = [Buffer.from(signature), Buffer.from(signBasket(body))]
  if (rest.length > 0 || is.length !== right.length || !timingSafeEqual(is, right)) return []
  return body.split('~').map((pair) => {
    const [holdId, amount] = pair.split(':')
    return { holdId: HoldId.parse(holdId), amountMinor: Number(amount) }
  })
}

export async function createHoldNames(store: Pick<Store, 'secret'>): Promise<BasketNames> {
  const key = await store.secret(NAME_KEY, () => Promise.resolve(randomBytes(32).toString('base64url')))
  const sign = (holdId: string) => createHmac('sha256', key).update(holdId).digest().subarray(0, SIGNATURE_BYTES)

  function prove(holdId: string, signature: Buffer): HoldId | null {
    const id = HoldId.safeParse(holdId)
    if (!id.success || signature.length !== SIGNATURE_BYTES) return null
    return timingSafeEqual(sign(holdId), signature) ? id.data : null
  }

  const signBasket = (body: string) => sign(`basket ${body}`).toString('base64url')

  function readName(text: string): HoldId | null {
    const [holdId = '', signature = '', ...rest] = text.split('.')
    return rest.length === 0 ? prove(holdId, Buffer.from(signature, 'base64url')) : null
  }
  const nameOf = (holdId: HoldId) => `${holdId}.${sign(holdId).toString('base64url')}`

  return {
    studio: createHmac('sha256', key).update('studio id').digest('base64url').slice(0, 12),
    nameOfAll(basket) {
      const dues = duesOf(basket)
      if (dues.length === 1) return nameOf(basket.id)
      const body = dues.map(({ holdId, amountMinor }) => `${holdId}:${amountMinor}`).join('~')
      return `${body}.${signBasket(body)}`
    },
    readAll(text) {
      const holdId = readName(text)
      // A single hold has all of its order, whatever that comes to.
      return holdId === null ? readBasket(text, signBasket) : [{ holdId, amountMinor: 1 }]
    },
    nameOf,
    readName,
    codeOf: (holdId) => `${PREFIX}-${toBase32(Buffer.concat([sign(holdId), Buffer.from(holdId)]))}`,
    readCode(text) {
      const letters = /^LT-([A-Z2-7]{17,130})$/.exec(text.trim().toUpperCase())?.[1]
      if (letters === undefined) return null
      const bytes = fromBase32(letters)
      return prove(bytes.subarray(SIGNATURE_BYTES).toString(), bytes.subarray(0, SIGNATURE_BYTES))
    },
  }
}
