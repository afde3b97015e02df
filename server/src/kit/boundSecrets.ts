// The secrets of a page that belongs to one device: made here, kept as hashes alone.
import { createHash, randomInt } from 'node:crypto'

const PASSES = 100_000_000

/** Of a secret with more bits than anybody guesses, or one that is good for so short that nobody does. */
export const hashOfSecret = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Eight digits that staff tell whoever opens the page on another device. */
export const makePass = (): string => String(randomInt(PASSES)).padStart(8, '0')
