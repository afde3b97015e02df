// What shops post: proven, taken down by the ledger, answered so that a shop repeats only what a repetition can help.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
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
 * 401 bad signature or stale, 404 no such endpoint, 400 unreadable: none was taken down.
 * An unknown hold answers 200 with `{ ok: false, code: 'HOLD_NOT_FOUND' }`: a hold is on disk before its hand-off exists,
 * so a foreign order stays foreign however often it is sent. Events that mean nothing to us answer 200, too.
 */
export function createWebhooks<Fact>({ checkout, ledger, log, onWebhook }: HttpNeeds<Fact>): Router {
  const routes = Router()
  const count = (result: string) => onWebhook?.(result)

  routes.post('/:endpointId', express.raw({ type: () => true, limit: LIMIT }), async (req, res) => {
    const { endpointId } = req.params
    const said = checkout.verify(toDelivery(req, String(endpointId)))
    if (!said.ok) {
      count(said.code)
      return sendRefusal(res, said)
    }
    if (said.value === null) {
      count('ignored')
      return res.json(grant({ taken: false }))
    }
    const outcome = await ledger.report(said.value)
    count(outcome.ok ? 'taken' : outcome.code)
    if (outcome.ok) return res.json(grant({ taken: true, holdId: outcome.value.id, state: outcome.value.state }))
    log.warn({ endpointId, webhookId: req.get('webhook-id') }, 'a shop reported an order for a hold that is not ours')
    res.json(refuse(outcome.code))
  })
  return routes
}
