// Cookies by scheme: over https a name of its own, because a cookie set by https cannot be overwritten from http.
import { parseCookie, stringifySetCookie } from 'cookie'

export interface CookiePair {
  /** Set over http. */
  readonly plain: string
  /** Set over https; the prefix makes browsers refuse it from anywhere else. */
  readonly secure: string
}

export const VIEWER_COOKIE: CookiePair = { plain: 'lantern_viewer', secure: '__Host-lantern_viewer' }
export const STAFF_COOKIE: CookiePair = { plain: 'lantern_staff', secure: '__Host-lantern_staff' }

/** Remembers who has logged in from a browser; it opens nothing. */
export const DEVICE_COOKIE: CookiePair = { plain: 'lantern_device', secure: '__Host-lantern_device' }

/**
 * The values a request brought. Over https only what https has set, since anyone on the network could have planted the
 * other; over http, where browsers send it at all (on localhost), that one first.
 */
export function readCookies(header: string | undefined, pair: CookiePair, secure: boolean): string[] {
  if (header === undefined || header.length > 16_384) return []
  const cookies = parseCookie(header)
  const names = secure ? [pair.secure] : [pair.secure, pair.plain]
  return names.map((name) => cookies[name]).flatMap((value) => (value === undefined || value === '' ? [] : [value]))
}

export interface NewCookie {
  readonly value: string
  readonly secure: boolean
  readonly maxAgeMs: number
}

export function writeCookie(pair: CookiePair, { value, secure, maxAgeMs }: NewCookie): string {
  return stringifySetCookie({
    name: secure ? pair.secure : pair.plain,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: Math.floor(maxAgeMs / 1000),
  })
}

/** Deletes the cookie of either scheme that this connection can reach. */
export function clearCookies(pair: CookiePair, secure: boolean): string[] {
  const gone = { value: '', maxAgeMs: 0 }
  const plain = writeCookie(pair, { ...gone, secure: false })
  return secure ? [plain, writeCookie(pair, { ...gone, secure: true })] : [plain]
}
