// What is published of draws, for the page where anyone checks them and for whoever computes them elsewhere.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

export function createPublished({ store, identity }: Pick<HttpNeeds, 'store' | 'identity'>): Router {
  const routes = Router()
  routes.get('/v/:activity.json', async (req, res) => {
    const id = ActivityId.safeParse(req.params.activity)
    const viewer = identity.viewerFromCookie(browserOf(req))
    const published = id.success ? await store.readPublished(id.data, viewer?.viewerId ?? null) : null
    if (published === null) return sendRefusal(res, refuse('ACTIVITY_NOT_FOUND'))
    res.set('Cache-Control', 'no-store').json(published)
  })
  return routes
}
