// What shops post: proven, kept, answered at once; what it means is worked out afterwards.
import { grant } from '@lantern/shared/contract/refusals.ts'
import express, { type Request, Router } from 'express'
import type { Delivery, HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'

const LIMIT = '256kb'

function toDelivery(req: Request, endpointId: string): Delivery {
  const texts = Object.entries(req.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  return { endpointId, body, headers: Object.fromEntries(texts) }
}

/**
 * 202 it is on disk: a shop need not send it again. 401 bad signature or stale, 404 no such endpoint, 400 unreadable, 503 not
 * kept: try again. Nothing is said of what it leads to: an order that is not ours is kept, too, and shown to staff.
 */
export function createWebhooks({ post, onWebhook }: HttpNeeds): Router {
  const routes = Router()

  routes.post('/:endpointId', express.raw({ type: () => true, limit: LIMIT }), async (req, res) => {
    const taken = await post.take(toDelivery(req, String(req.params.endpointId)))
    onWebhook?.(taken.ok ? taken.value : taken.code)
    if (!taken.ok) return sendRefusal(res, taken)
    res.status(202).json(grant({ taken: taken.value !== 'ignored' }))
  })
  return routes
}
