// What operators and machines ask: alive, ready, metrics, and the keys that verify our hand-offs.
import { createHash, timingSafeEqual } from 'node:crypto'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

export function createOps({ config, checkout, notReady, notes, metricsText }: HttpNeeds): Router {
  const routes = Router()

  routes.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: true })
  })
  routes.get('/readyz', async (_req, res) => {
    const why = await notReady()
    const noted = why.length === 0 ? await notes() : []
    res.set('Cache-Control', 'no-store')
    res
      .status(why.length === 0 ? 200 : 503)
      .json({ ok: why.length === 0, why, ...(noted.length > 0 && { notes: noted }) })
  })
  routes.get('/metrics', async (req, res) => {
    const given = req.get('authorization') ?? ''
    const isOpen = config.metricsToken === null || isSame(given, `Bearer ${config.metricsToken}`)
    if (!isOpen) return sendRefusal(res, refuse('NOT_ALLOWED'))
    res
      .set('Cache-Control', 'no-store')
      .type(METRICS_TYPE)
      .send(await metricsText())
  })
  routes.get('/.well-known/jwks.json', (_req, res) => {
    res.set({ 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }).json(checkout.publicKeys())
  })
  return routes
}
