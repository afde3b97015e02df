// Known devices: a signed cookie remembers who has logged in from this browser, so that no stranger's guesses make them wait.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { StaffRecord } from '../records/store.ts'
import { DEVICE_COOKIE, readCookies, writeCookie } from './cookies.ts'
import type { TokenMint } from './tokens.ts'

/** The cookies of a request, and whether it came over https. */
export interface Browser {
  readonly cookie?: string | undefined
  readonly secure: boolean
}

export interface Devices {
  /** Whether they have logged in from this browser, with the password they have now. */
  isKnown(browser: Browser, staff: StaffRecord): boolean
  /** The cookie that remembers it. */
  remember(browser: Browser, staff: StaffRecord): string
}

const YEAR_MS = 365 * 86_400_000
const MOST_STAFF = 8
const Claims = z.object({ staff: z.array(z.string()).max(MOST_STAFF) })

/** A new password is a new mark: who only knew the old one is a stranger. */
function markOf({ id, passwordHash }: StaffRecord): string {
  const mark = createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16)
  return `${id} ${mark}`
}

export function createDevices(tokens: TokenMint): Devices {
  const read = ({ cookie, secure }: Browser): string[] => {
    for (const value of readCookies(cookie, DEVICE_COOKIE, secure)) {
      const claims = Claims.safeParse(tokens.read(value))
      if (claims.success) return claims.data.staff
    }
    return []
  }
  return {
    isKnown: (browser, staff) => read(browser).includes(markOf(staff)),
    remember(browser, staff) {
      const others = read(browser).filter((mark) => !mark.startsWith(`${staff.id} `))
      const value = tokens.mint({ staff: [markOf(staff), ...others].slice(0, MOST_STAFF) }, YEAR_MS)
      return writeCookie(DEVICE_COOKIE, { value, secure: browser.secure, maxAgeMs: YEAR_MS })
    },
  }
}
