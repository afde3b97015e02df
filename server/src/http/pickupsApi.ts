// Where a buyer fetches what they bought, asked by the viewer's cookie; and the code to show there.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import { drawQrSvg } from '../posters/qrCode.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

export function createPickupsApi({ identity, groups: { leaders } }: Pick<HttpNeeds, 'identity' | 'groups'>): Router {
  const routes = Router()
  routes.get('/:show', async (req, res) => {
    const showId = ShowId.safeParse(req.params.show)
    const viewer = identity.viewerFromCookie(browserOf(req))
    const isKnown = showId.success && viewer !== null
    res.json({ pickups: isKnown ? await leaders.pickups(showId.data, viewer.viewerId) : [] })
  })
  routes.get('/:show/qr.svg', async (req, res) => {
    const showId = ShowId.safeParse(req.params.show)
    const viewer = identity.viewerFromCookie(browserOf(req))
    if (!showId.success || viewer === null) return sendRefusal(res, refuse('SHOW_NOT_FOUND'))
    res.type('image/svg+xml').send(drawQrSvg(await leaders.tokenOf(showId.data, viewer.viewerId)))
  })
  return routes
}
