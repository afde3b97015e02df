// What a buyer shows at the pick-up point, made of the shop's key, the show and the buyer: nothing is kept of it.
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface PickupCodes {
  readonly digits: string
  /** In the QR code: nobody guesses it, and no two are alike. */
  readonly token: string
  /** Names the person on the leader's page, and nowhere else. */
  readonly person: string
}

interface Buyer {
  readonly showId: string
  readonly viewerId: string
}

export function codesOf(key: string, { showId, viewerId }: Buyer): PickupCodes {
  const bytes = createHmac('sha256', key).update(`pickup ${showId} ${viewerId}`).digest()
  const digits = String(bytes.readUInt32BE(0) % 1_000_000).padStart(6, '0')
  const text = bytes.toString('base64url')
  return { digits, token: `P${text.slice(8, 24)}`, person: text.slice(24, 36) }
}

export function isCodeOf(codes: PickupCodes, given: string): boolean {
  const right = Buffer.from(given.startsWith('P') ? codes.token : codes.digits)
  const said = Buffer.from(given)
  return right.length === said.length && timingSafeEqual(right, said)
}
