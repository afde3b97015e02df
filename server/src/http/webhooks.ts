// What shops post: proven, kept, answered at once; what it means is worked out afterwards.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import express, { type ErrorRequestHandler, type Request, Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { type TellRefused, toDelivery, toRefused } from './webhookRefusals.ts'

export const WEBHOOKS_PATH = '/api/shop/events'
/** A product of Shopify's with 2,048 variants, which is the most, comes to 1.2 MB. */
const MOST_BYTES = 4_194_304
const TOO_LARGE = 413

/** What the reader of bodies found: too large, an encoding that it does not know, bytes that are not what they say. */
interface Unread {
  readonly status: number
  readonly type: string
}

/** Null: it is another failure, or the shop has gone and waits for no answer. */
function toUnread(error: unknown): Unread | null {
  if (!(error instanceof Error) || !('status' in error)) return null
  const { status } = error
  if (typeof status !== 'number' || status < 400 || status >= 500) return null
  const type = 'type' in error ? error.type : 'code' in error ? error.code : error.name
  return type === 'request.aborted' ? null : { status, type: String(type) }
}

/** Its signature cannot be proven, since its end was not read. */
function refuseUnread(tell: TellRefused): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- express knows error handlers by their four parameters
  return (error: unknown, req, res, next) => {
    const unread = toUnread(error)
    if (unread === null) return next(error)
    const isTooLarge = unread.status === TOO_LARGE
    const why = isTooLarge ? `a webhook has at most ${MOST_BYTES} bytes` : `the body cannot be read: ${unread.type}`
    const code = isTooLarge ? 'TOO_LARGE' : 'UNREADABLE'
    tell({ code, ...toRefused(req, req.path.slice(1)), why: isTooLarge ? null : unread.type })
    sendRefusal(res, refuse('BAD_INPUT', { detail: { why } }), unread.status)
  }
}

/**
 * 202 it is on disk: a shop need not send it again. 401 bad signature or stale, 404 no such endpoint, 400 unreadable, 413
 * larger than a webhook is, 415 an encoding that is not known, 503 not kept: try again. Nothing is said of what it leads to:
 * an order that is not ours is kept, too, and shown to staff.
 */
export function createWebhooks({ webhooks, onWebhook }: HttpNeeds, tell: TellRefused): Router {
  const routes = Router()

  routes.post('/:endpointId', express.raw({ type: () => true, limit: MOST_BYTES }), async (req, res) => {
    const delivery = toDelivery(req, String(req.params.endpointId))
    const taken = await webhooks.take(delivery)
    if (!taken.ok) {
      const why = taken.detail?.['why']
      tell({ code: taken.code, delivery, bytes: delivery.body.length, why: typeof why === 'string' ? why : null })
      return sendRefusal(res, taken)
    }
    onWebhook?.(taken.value)
    res.status(202).json(grant({ taken: taken.value !== 'ignored' }))
  })
  routes.use(refuseUnread(tell))
  return routes
}

/** A shop that posts to an address of this machine that is not served is no stranger's browser: staff are told of it. */
export function tellWrongHost(tell: TellRefused): (req: Request) => void {
  return (req) => {
    const endpointId = new RegExp(`^${WEBHOOKS_PATH}/([^/]+)$`).exec(req.path)?.[1]
    if (req.method !== 'POST' || endpointId === undefined) return
    tell({ code: 'WRONG_HOST', ...toRefused(req, endpointId), why: req.get('host') ?? null })
  }
}
