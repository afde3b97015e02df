// What differs between the shop and here: read page by page by all staff, taken or left by the owner.
import { setTimeout as wait } from 'node:timers/promises'
import { ChangeQuery, ChangesQuery, ChosenChanges } from '@lantern/shared/contract/catalogue.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { type RequestHandler, Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'

interface Guards {
  readonly everyone: RequestHandler
  readonly owner: RequestHandler
}

/** Whoever has taken over a few sees them gone. */
const ANSWERED_WITHIN_MS = 2_000

export function createShopChanges(
  { shopAdmin, log }: Pick<HttpNeeds, 'shopAdmin' | 'log'>,
  { everyone, owner }: Guards,
): Router {
  const { changes } = shopAdmin
  const routes = Router()
  routes.get('/', everyone, async (req, res) => {
    const query = ChangesQuery.safeParse(req.query)
    if (!query.success) return sendRefusal(res, refuse('BAD_INPUT'))
    res.json(await changes.list(query.data.after ?? null))
  })
  routes.get('/picture', owner, async (req, res) => {
    const query = ChangeQuery.safeParse(req.query)
    if (!query.success) return sendRefusal(res, refuse('BAD_INPUT'))
    const path = await changes.picture(query.data.key)
    if (path === null) return sendRefusal(res, refuse('PRODUCT_NOT_FOUND'))
    res.set('Cache-Control', 'private, max-age=3600')
    res.redirect(path)
  })
  routes.post('/read', owner, async (_req, res) => {
    await changes.read()
    res.json(await changes.list(null))
  })
  routes.post('/take', owner, async (req, res) => {
    const chosen = ChosenChanges.safeParse(req.body)
    if (!chosen.success) return sendRefusal(res, refuse('BAD_INPUT'))
    const taking = changes.take(chosen.data.keys)
    taking.catch((err: unknown) => log.error({ err }, 'what was to be taken over is not, as far as the list says'))
    // Of many the list says how far it has come.
    const taken = await Promise.race([taking, wait(ANSWERED_WITHIN_MS, null, { ref: false })])
    if (taken !== null && !taken.ok) return sendRefusal(res, taken)
    res.json(await changes.list(null))
  })
  routes.post('/leave', owner, async (req, res) => {
    const chosen = ChosenChanges.safeParse(req.body)
    if (!chosen.success) return sendRefusal(res, refuse('BAD_INPUT'))
    await changes.leave(chosen.data.keys)
    res.json(await changes.list(null))
  })
  return routes
}
