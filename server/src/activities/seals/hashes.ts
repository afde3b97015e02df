// The hashes of a seal: what is promised, the chain of receipts, and the number that puts an entry in its place.
import { hash } from 'node:crypto'

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const sha256 = (data: Buffer) => hash('sha256', data, 'hex')

/** Seeds, hashes and random numbers count as their bytes, ids as their text. */
export function commitmentOf(seed: string): string {
  return sha256(bytes(seed))
}

/** The first one follows the commitment, so that no chain stands for another. */
export function receiptOf(head: string, entryId: string): string {
  return sha256(Buffer.concat([bytes(head), Buffer.from(entryId)]))
}

export interface Lot {
  readonly seed: string
  /** Null: no public random number was named. */
  readonly randomness: string | null
  readonly activityId: string
}

/** SHA-256 takes its data in blocks of so many bytes. */
const BLOCK = 64
const DIGEST = 32

/**
 * Gives each entry its number in hex, HMAC-SHA256 of activity and entry: the smallest is drawn first. Made of two hashes, for
 * which Node needs a tenth of what its HMAC objects cost: a draw may have 50,000 entries.
 */
export function numberOf({ seed, randomness, activityId }: Lot): (entryId: string) => string {
  const key = Buffer.concat([bytes(seed), bytes(randomness ?? '')])
  const inner = padded(key, 0x36)
  const outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(DIGEST)])
  return (entryId) => {
    outer.write(sha256(Buffer.concat([inner, Buffer.from(activityId + entryId)])), BLOCK, 'hex')
    return sha256(outer)
  }
}

/** The key is seed and number, 64 bytes at most, and so never longer than a block. */
function padded(key: Buffer, value: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  key.copy(block)
  return Buffer.from(block.map((byte) => byte ^ value))
}
