// Where a buyer fetches what they bought or would buy, asked by the viewer's cookie; and the code to show there.
import { ShowId, Via } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import { drawQrSvg } from '../posters/qrCode.ts'
import type { HttpNeeds } from './ports.ts'
import { remembering } from './remembering.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'groups' | 'checkout' | 'clock'>

export function createPickupsApi({ identity, groups, checkout, clock }: Needs): Router {
  const { leaders } = groups
  // Everybody who opens a page asks, and few shows are posted to groups.
  const isPosted = remembering(clock, (showId: ShowId) => groups.isPosted(showId))
  const routes = Router()
  routes.get('/:show/group', async (req, res) => {
    const showId = ShowId.safeParse(req.params.show)
    const via = Via.safeParse(req.query['cameBy'])
    const viewer = identity.viewerFromCookie(browserOf(req))
    if (!showId.success || viewer === null || !(await isPosted(showId.data))) return res.json({ group: null })
    const of = { showId: showId.data, viewerId: viewer.viewerId, via: via.success ? via.data : viewer.via }
    const group = await groups.ownGroup(of)
    res.json({ group: group && { ...group, off: checkout.answers.price === 'none' ? null : group.off } })
  })
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
