// How a request came: the host the viewer used, its scheme, the language it asks for.
import { localeFromHeader } from '@lantern/shared/contract/languages.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { type Locale, LOCALES } from '@lantern/shared/contract/things.ts'
import type { Request, RequestHandler } from 'express'
import type { Browser } from '../identity/devices.ts'
import type { HostRule } from '../identity/hosts.ts'
import type { StaffCookies } from '../identity/sessions.ts'
import { isHost } from '../identity/visited.ts'
import type { Visit } from '../shops/checkout.ts'
import { sendRefusal } from './refusals.ts'

/** Asked by machines that reach this one by whatever address they have. */
const HEALTH = new Set(['/healthz', '/readyz', '/metrics'])
const MISDIRECTED = 421

/** What could not be a host is bad input; a host that is not served here is told so. `onRefused`: before it is answered. */
export function refuseOtherHosts(isServed: HostRule, onRefused: (req: Request) => void): RequestHandler {
  return (req, res, next) => {
    // Express says undefined where a client of HTTP/1.0 names none.
    const host: string | undefined = req.host
    const isHealth = HEALTH.has(req.path)
    const isGood = host === undefined ? isHealth : isHost(host)
    if (isGood && (isHealth || isServed(host, req.socket))) return next()
    onRefused(req)
    sendRefusal(res, BAD_HOST, isGood ? MISDIRECTED : undefined)
  }
}

const BAD_HOST = refuse('BAD_INPUT', { detail: { what: 'host' } })

/** The cookies of a request, and whether it came over https. */
export const browserOf = (req: Request): Browser => ({ cookie: req.get('cookie'), secure: req.secure })

/** Changing something is a use of the session, and so is opening a page, which asks who it is; what a page looks up again by itself is none. */
export function staffCookiesOf(req: Request): StaffCookies {
  const isUse = !/^(GET|HEAD)$/.test(req.method) || req.originalUrl === '/api/staff/me'
  return { ...browserOf(req), isUse }
}

export function visitOf(req: Request): Visit {
  return {
    origin: `${req.protocol}://${req.host}`,
    hostname: req.hostname,
    locale: chosenIn(req.query['locale']) ?? localeFromHeader(req.get('accept-language') ?? ''),
    address: req.ip?.replace(/^::ffff:/, ''),
  }
}

function chosenIn(asked: unknown): Locale | undefined {
  return LOCALES.find((locale) => locale === asked)
}

/** Browsers are set to few lists of languages; but anyone may send any. */
const MOST_HEADERS = 200

/** The language asked for in the address, else the one that the browser's header likes best, which is read once for all who send the same. */
export function createLocaleOf(): (asked: unknown, acceptLanguage: string | undefined) => Locale {
  const known = new Map<string, Locale>()
  return (asked, acceptLanguage = '') => {
    const chosen = chosenIn(asked) ?? known.get(acceptLanguage)
    if (chosen !== undefined) return chosen
    if (known.size >= MOST_HEADERS) known.clear()
    const locale = localeFromHeader(acceptLanguage)
    known.set(acceptLanguage, locale)
    return locale
  }
}
