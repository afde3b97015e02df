// How a request came: the host the viewer used, its scheme, the language it asks for.
import { Locale } from '@lantern/shared/contract/things.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Request, RequestHandler } from 'express'
import type { Visit } from './ports.ts'
import { sendRefusal } from './refusals.ts'

const HOST = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/

/** A host that could not be a host would end up in links, headers and policies. */
export const refuseOddHosts: RequestHandler = (req, res, next) => {
  if (HOST.test(req.host)) next()
  else sendRefusal(res, refuse('BAD_INPUT', { detail: { what: 'host' } }))
}

function toLocale(tag: string): Locale | null {
  const lower = tag.trim().toLowerCase()
  if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant'
  if (/^zh\b/.test(lower)) return 'zh-Hans'
  return /^en\b/.test(lower) ? 'en' : null
}

/** The first language of ours that the browser asks for, in its order. */
function askedLocale(header: string): Locale {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part) => toLocale(part.split(';')[0] ?? ''))
  return wanted.find((locale) => locale !== null) ?? 'en'
}

export function visitOf(req: Request): Visit {
  const chosen = Locale.safeParse(req.query['locale'])
  return {
    origin: `${req.protocol}://${req.host}`,
    hostname: req.hostname,
    locale: chosen.success ? chosen.data : askedLocale(req.get('accept-language') ?? ''),
  }
}
