// A link that works once: who opens it chooses a name and a password. Its mark stands where the password's hash will be.
import { createHash, timingSafeEqual } from 'node:crypto'

/** How long a link opens anything, in ms. */
export const INVITED_MS = 86_400_000

const PENDING = /^welcome\$(\d+)\$([A-Za-z0-9_-]{43})$/

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Instead of a password's hash; no password opens it. `until`: ms since the epoch. */
export function invitationFor(token: string, until: number): string {
  return `welcome$${until}$${hashOf(token)}`
}

export function isInvitation(passwordHash: string): boolean {
  return PENDING.test(passwordHash)
}

export function isInvitedBy(passwordHash: string, token: string, now: number): boolean {
  const [, until, hash] = PENDING.exec(passwordHash) ?? []
  if (hash === undefined || now >= Number(until)) return false
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(token)))
}
