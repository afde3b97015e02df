// The way to the checkout: the owner of a hold, or of several, is sent to the shop, anyone else back to the show.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { type Response, Router } from 'express'
import { noticeOf, wayBack } from '../domain/wayBack.ts'
import type { HoldForHandoff } from '../ledger/ledger.ts'
import { createWays, readOthers } from './baskets.ts'
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

export function createHandoffRoute(needs: HttpNeeds, pages: Pages): Router {
  const { identity, ledger } = needs
  const routes = Router()
  const wayFor = createWays(needs)

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
    const others = readOthers(hold.id, req.query['with'])
    if (others?.length === 0 && hold.orderId !== null)
      return res.redirect(303, wayBack(hold, { back: hold.id }, locale))

    const link = await wayFor({ first: hold, others }, visit)
    if (!link.ok) return res.redirect(303, wayBack(hold, noticeOf(link), locale))
    res.redirect(303, link.value.href)
  })
  return routes
}
