// Refusals as HTTP says them: a fitting status and `{ ok: false, code }`; our own faults are logged and become INTERNAL.
import { refuse, type Refusal, type RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { refuseFailure } from '../domain/failures.ts'
import type { Log } from '../ops/log.ts'

const STATUS: Partial<Record<RefusalCode, number>> = {
  BAD_INPUT: 400,
  NOT_ALLOWED: 403,
  TOO_MANY: 429,
  TRY_AGAIN: 503,
  CANNOT_STORE: 503,
  INTERNAL: 500,
  WRONG_LOGIN: 401,
  LOGIN_NEEDED: 401,
  SESSION_OVER: 401,
  BAD_SIGNATURE: 401,
  ENDPOINT_NOT_FOUND: 404,
  SHOW_NOT_FOUND: 404,
  PRODUCT_NOT_FOUND: 404,
  HOLD_NOT_FOUND: 404,
  GROUP_NOT_FOUND: 404,
  POINT_NOT_FOUND: 404,
  LEADER_PAGE_GONE: 404,
  SHARER_PAGE_GONE: 404,
  LINK_NOT_FOUND: 404,
  OTHER_PHONE: 403,
  PASS_WRONG: 403,
  ACTIVITY_NOT_FOUND: 404,
  HOLD_OVER: 410,
  START_IN_PAST: 422,
  FILE_REFUSED: 422,
  VALUE_REFUSED: 422,
  SHOP_UNREACHABLE: 503,
  SHOP_REFUSED: 502,
}

export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 409
}

export function sendRefusal(res: Response, refusal: Refusal, status = statusOf(refusal.code)): void {
  if (refusal.retryAfterMs !== undefined) res.set('Retry-After', String(Math.ceil(refusal.retryAfterMs / 1000)))
  res.set('Cache-Control', 'no-store')
  res.status(status).json(refusal)
}

export const notFound: RequestHandler = (_req, res) => {
  res
    .set('Cache-Control', 'no-store')
    .status(404)
    .json(refuse('BAD_INPUT', { detail: { what: 'no such address' } }))
}

/** Malformed JSON, bad percent-encoding, a body too large: the client's fault, whatever status the library gave it. */
function isClientFault(error: unknown): boolean {
  if (error instanceof URIError) return true
  if (!(error instanceof Error) || !('status' in error)) return false
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
}

/** The code of a leader's or a sharer's page opens it, and stands in its address. */
const withoutCode = (path: string) => path.replace(/^(\/api\/leader|\/g|\/api\/sharer|\/my)\/[^/]+/, '$1/…')

export function answerErrors(log: Log): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- express knows error handlers by their four parameters
  return (error: unknown, req: Request, res: Response, next) => {
    if (res.headersSent) return next(error)
    if (isClientFault(error)) return sendRefusal(res, refuse('BAD_INPUT'))
    const refusal = refuseFailure(error)
    if (refusal !== null) return sendRefusal(res, refusal)
    log.error({ err: error, method: req.method, path: withoutCode(req.path) }, 'a request failed')
    sendRefusal(res, refuse('INTERNAL'))
  }
}
