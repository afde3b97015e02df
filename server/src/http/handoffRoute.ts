// The way to the checkout: a hold's owner is sent to the shop, anyone else back to the show.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { type Response, Router } from 'express'
import { refuseFailure } from '../domain/failures.ts'
import { noticeOf, wayBack } from '../domain/wayBack.ts'
import type { HoldForHandoff } from '../ledger/ledger.ts'
import type { HttpNeeds } from './ports.ts'
import type { Pages } from './pages.ts'
import { browserOf, visitOf } from './visit.ts'

interface Refused {
  readonly hold: Pick<HoldForHandoff, 'showId' | 'via'>
  readonly notice: RefusalCode
  readonly locale: Locale
}

function backToShow(res: Response, { hold, notice, locale }: Refused): void {
  res.redirect(303, wayBack(hold, { notice }, locale))
}

/** A disk without room, or a database that is away: the buyer reads so in the show, where the hold still is. */
function refusedBy(error: unknown) {
  const refusal = refuseFailure(error)
  if (refusal === null) throw error
  return refusal
}

export function createHandoffRoute(needs: HttpNeeds, pages: Pages): Router {
  const { identity, ledger, checkout } = needs
  const routes = Router()

  routes.get('/c/:holdId', async (req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    const holdId = HoldId.safeParse(req.params.holdId)
    const hold = holdId.success ? await ledger.findForHandoff(holdId.data) : null
    if (hold === null) return pages.sendLostViewer(req, res)

    const viewer = identity.viewerFromCookie(browserOf(req))
    const visit = visitOf(req)
    const { locale } = visit
    if (viewer?.viewerId !== hold.viewerId)
      return backToShow(res, { hold: { ...hold, via: null }, notice: 'HOLD_NOT_FOUND', locale })
    if (hold.orderId !== null) return res.redirect(303, wayBack(hold, { back: hold.id }, locale))
    if (hold.state !== 'held' && hold.state !== 'paying') return backToShow(res, { hold, notice: 'HOLD_OVER', locale })

    const link = await checkout.linkTo(hold, visit).catch(refusedBy)
    if (!link.ok) return res.redirect(303, wayBack(hold, noticeOf(link), locale))
    res.redirect(303, link.value.href)
  })
  return routes
}
