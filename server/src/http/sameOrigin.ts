// What changes state must come from a page of ours: the browser's own word for it is asked.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { RequestHandler } from 'express'
import type { OriginRule } from '../identity/origins.ts'
import { sendRefusal } from './refusals.ts'

/** Origin decides where there is one; otherwise Sec-Fetch-Site must prove it. */
export function requireSameOrigin(isAllowedOrigin: OriginRule): RequestHandler {
  return (req, res, next) => {
    const origin = req.get('origin')
    const isOurs =
      origin === undefined
        ? req.get('sec-fetch-site') === 'same-origin'
        : isAllowedOrigin(origin, { host: req.host, secure: req.secure })
    if (isOurs) next()
    else sendRefusal(res, refuse('NOT_ALLOWED'))
  }
}
