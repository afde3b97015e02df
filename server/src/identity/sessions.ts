// Staff sessions: an opaque token in a cookie, its hash in the database, with an idle and an absolute end.
import { createHash, randomBytes } from 'node:crypto'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../kit/clock.ts'
import type { Store } from '../records/store.ts'
import type { Browser } from './devices.ts'
import { clearCookies, readCookies, STAFF_COOKIE, writeCookie } from './cookies.ts'

export interface SessionLimits {
  readonly staffIdleMs: number
  readonly staffSessionMs: number
}

export interface Sessions {
  /** Opens a session and answers with its cookie. */
  open(staffId: StaffId, secure: boolean): Promise<string>
  /** Whose session it is; a use keeps it from running idle. */
  find(cookies: StaffCookies): Promise<Outcome<StaffId, 'LOGIN_NEEDED' | 'SESSION_OVER'>>
  /** Ends it for good and answers with cookies that delete themselves. Safe to repeat. */
  end(cookies: Browser): Promise<string[]>
}

export interface StaffCookies extends Browser {
  /** Whether someone does something; looking on is none. */
  readonly isUse: boolean
}

const TOUCH_EVERY_MS = 60_000

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

interface Needs extends SessionLimits {
  readonly store: Store
  readonly clock: Clock
}

export function createSessions({ store, clock, staffIdleMs, staffSessionMs }: Needs): Sessions {
  const touchEveryMs = Math.min(TOUCH_EVERY_MS, staffIdleMs / 4)

  const findLive = async (tokenHash: string, isUse: boolean): Promise<StaffId | null> => {
    const session = await store.findSession(tokenHash)
    if (session === null) return null
    const now = clock()
    if (now - session.seenAt >= staffIdleMs || now - session.createdAt >= staffSessionMs) {
      await store.deleteSession(tokenHash)
      return null
    }
    // Where the clock was set back the session would stay young until it has caught up.
    const isStale = now - session.seenAt >= touchEveryMs || session.seenAt > now
    if (isUse && isStale) await store.touchSession(tokenHash, now)
    return session.staffId
  }

  return {
    async open(staffId, secure) {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      await store.saveSession({ tokenHash: hashOf(token), staffId, createdAt: now, seenAt: now })
      return writeCookie(STAFF_COOKIE, { value: token, secure, maxAgeMs: staffSessionMs })
    },

    async find({ cookie, secure, isUse }) {
      const tokens = readCookies(cookie, STAFF_COOKIE, secure)
      if (tokens.length === 0) return refuse('LOGIN_NEEDED')
      for (const token of tokens) {
        const staffId = await findLive(hashOf(token), isUse)
        if (staffId !== null) return grant(staffId)
      }
      return refuse('SESSION_OVER')
    },

    async end({ cookie, secure }) {
      for (const token of readCookies(cookie, STAFF_COOKIE, secure)) await store.deleteSession(hashOf(token))
      return clearCookies(STAFF_COOKIE, secure)
    },
  }
}
