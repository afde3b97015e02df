// The hashes of a seal: what is promised, the chain of receipts, and the number that puts an entry in its place.
import { createHash, createHmac } from 'node:crypto'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

/** Seeds, hashes and random numbers count as their bytes, ids as their text. */
export function commitmentOf(seed: string): string {
  return createHash('sha256').update(bytes(seed)).digest('hex')
}

/** The first one follows the commitment, so that no chain stands for another. */
export function receiptOf(head: string, entryId: string): string {
  return createHash('sha256').update(bytes(head)).update(entryId).digest('hex')
}

export interface Lot {
  readonly seed: string
  /** Null: no public random number was named. */
  readonly randomness: string | null
  readonly activityId: string
}

/** Gives each entry its number in hex: the smallest is drawn first. */
export function numberOf({ seed, randomness, activityId }: Lot): (entryId: string) => string {
  const key = Buffer.concat([bytes(seed), bytes(randomness ?? '')])
  return (entryId) => createHmac('sha256', key).update(activityId).update(entryId).digest('hex')
}
