// What a member's page asks about them, by the viewer's cookie.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { browserOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'members'>

export function createMembersApi({ identity, members }: Needs): Router {
  const routes = Router()
  routes.get('/own/:show', async (req, res) => {
    const showId = ShowId.safeParse(req.params.show)
    const viewer = identity.viewerFromCookie(browserOf(req))
    const isKnown = showId.success && viewer !== null
    res.json({ member: isKnown ? await members.own({ showId: showId.data, viewerId: viewer.viewerId }) : null })
  })
  return routes
}
