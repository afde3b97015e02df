// What shops post: proven, kept, answered at once; what it means is worked out afterwards.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import express, { type ErrorRequestHandler, type Request, Router } from 'express'
import type { Delivery, HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { createRefusalLog } from './webhookRefusals.ts'

/** A product of Shopify's with 500 variants comes to 300 kB. */
const MOST_BYTES = 1_048_576

function toDelivery(req: Request, endpointId: string): Delivery {
  const texts = Object.entries(req.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  return { endpointId, body, headers: Object.fromEntries(texts) }
}

type WriteRefusal = ReturnType<typeof createRefusalLog>

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'entity.too.large'
}

/** Its signature cannot be proven, since its end was not read. */
function refuseTooLarge({ onWebhook }: HttpNeeds, write: WriteRefusal): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- express knows error handlers by their four parameters
  return (error: unknown, req, res, next) => {
    if (!isTooLarge(error)) return next(error)
    onWebhook?.('TOO_LARGE')
    const why = `a webhook has at most ${MOST_BYTES} bytes`
    const [endpointId, bytes] = [req.path.slice(1), Number(req.get('content-length') ?? 0)]
    write({ code: 'TOO_LARGE', endpointId, bytes, why })
    sendRefusal(res, refuse('BAD_INPUT', { detail: { why } }), 413)
  }
}

/**
 * 202 it is on disk: a shop need not send it again. 401 bad signature or stale, 404 no such endpoint, 400 unreadable, 413
 * larger than a webhook is, 503 not kept: try again. Nothing is said of what it leads to: an order that is not ours is kept, too, and shown to staff.
 */
export function createWebhooks(needs: HttpNeeds): Router {
  const { post, onWebhook } = needs
  const write = createRefusalLog(needs)
  const routes = Router()

  routes.post('/:endpointId', express.raw({ type: () => true, limit: MOST_BYTES }), async (req, res) => {
    const delivery = toDelivery(req, String(req.params.endpointId))
    const taken = await post.take(delivery)
    onWebhook?.(taken.ok ? taken.value : taken.code)
    if (!taken.ok) {
      const { code, detail } = taken
      const { endpointId, body } = delivery
      write({ code, endpointId, bytes: body.length, why: detail?.['why'] })
      return sendRefusal(res, taken)
    }
    res.status(202).json(grant({ taken: taken.value !== 'ignored' }))
  })
  routes.use(refuseTooLarge(needs, write))
  return routes
}
