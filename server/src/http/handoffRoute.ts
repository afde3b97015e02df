// The way to the checkout: a hold's owner is sent to the shop, anyone else back to the show.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { type Response, Router } from 'express'
import type { HeldForHandoff, HttpNeeds } from './ports.ts'
import type { Pages } from './pages.ts'
import { visitOf } from './visit.ts'

function backToShow(res: Response, hold: HeldForHandoff, notice: RefusalCode): void {
  res.redirect(303, `/s/${hold.showId}?notice=${notice}`)
}

export function createHandoffRoute(needs: HttpNeeds, pages: Pages): Router {
  const { identity, ledger, checkout } = needs
  const routes = Router()

  routes.get('/c/:holdId', async (req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    const holdId = HoldId.safeParse(req.params.holdId)
    const hold = holdId.success ? await ledger.findForHandoff(holdId.data) : null
    if (hold === null) return pages.sendLostViewer(req, res)

    const viewer = await identity.viewerFromCookie(req.get('cookie'))
    if (viewer?.viewerId !== hold.viewerId) return backToShow(res, hold, 'HOLD_NOT_FOUND')
    if (hold.orderId !== null) return res.redirect(303, `/s/${hold.showId}?back=${hold.id}`)
    if (hold.state !== 'held' && hold.state !== 'paying') return backToShow(res, hold, 'HOLD_OVER')

    const link = await checkout.linkTo(hold, visitOf(req))
    if (!link.ok) return backToShow(res, hold, link.code)
    res.redirect(303, link.value)
  })
  return routes
}
