// Flash sales in the working set: start, stop, and the end of the show they belong to.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { decideSaleStart, endSale } from '../../domain/flashSale.ts'
import type { SaleEndReason } from '../../domain/flashSale.ts'
import type { SaleRecord } from '../../domain/hold.ts'
import { decideEnd } from '../../domain/show.ts'
import { toShow, withoutShow } from '../../database/toThings.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { StartSale } from '../ledger.ts'
import type { InputOf, OutputOf } from '../requests.ts'
import { endActivities } from './activities.ts'
import { refuseClosed } from './offered.ts'
import { pinInFront } from './pin.ts'
import { stockUpAll } from './stocks.ts'
import { closeLines } from './waitlist.ts'

export function decideStart(set: WorkingSet, request: StartSale): OutputOf<'startSale'> {
  const { saleId, showId, productId } = request
  const known = set.sales.find(saleId)
  if (known?.showId === showId) return grant(withoutShow(known))
  const closed = refuseClosed(set, showId)
  if (closed) return closed.code === 'NOT_OPEN' ? refuse('SHOW_NOT_LIVE') : refuse(closed.code, closed)
  if (known || findOpenSale(set, showId)) return refuse('SALE_RUNNING')
  const own = [...set.offers.all()].filter((offer) => offer.showId === showId && offer.productId === productId)
  const offers = stockUpAll(
    set,
    own.filter((offer) => !offer.withdrawn),
    request.units,
  )
  const decision = decideSaleStart(request, offers)
  if (!decision.ok) return decision

  const payload = { saleId, productId, priceMinor: request.priceMinor, units: request.units }
  const version = set.record(showId, { actor: `staff:${request.by}`, type: 'sale:started', payload })
  const sale = open(set, request, { version, currency: offers[0]?.currency ?? '' })
  set.sales.put(sale)
  if (request.toFront !== false) pinInFront(set, showId, { productId, actor: `staff:${request.by}` })
  return grant(withoutShow(sale))
}

function open(set: WorkingSet, request: StartSale, more: { version: number; currency: string }): SaleRecord {
  const opensAt = set.now + request.countdownMs
  return {
    id: request.saleId,
    showId: request.showId,
    productId: request.productId,
    priceMinor: request.priceMinor,
    allotted: request.units,
    free: request.units,
    taken: 0,
    paid: 0,
    perViewer: request.perViewer,
    opensAt,
    closesAt: opensAt + request.lengthMs,
    graceMs: set.policy.saleGraceMs,
    endedAt: null,
    endReason: null,
    ...more,
  }
}

export function decideStop(set: WorkingSet, { saleId, showId, by }: InputOf<'stopSale'>): OutputOf<'stopSale'> {
  const sale = set.sales.find(saleId)
  if (!sale || sale.showId !== showId) return refuse('SALE_NOT_FOUND')
  if (sale.endedAt !== null) return refuse('SALE_OVER')
  return grant(withoutShow(end(set, sale, { reason: 'stopped', actor: `staff:${by}` })))
}

export function decideEndShow(set: WorkingSet, { showId, by }: InputOf<'endShow'>): OutputOf<'endShow'> {
  const show = set.shows.find(showId)
  if (!show) return refuse('SHOW_NOT_FOUND')
  const decision = decideEnd(show.phase)
  if (!decision.ok) return decision

  const actor = `staff:${by}`
  const sale = findOpenSale(set, showId)
  if (sale) end(set, sale, { reason: 'show_ended', actor })
  closeLines(set, showId)
  endActivities(set, showId, actor)
  const version = set.record(showId, { actor, type: 'show:ended', payload: {} })
  const ended = { ...show, phase: 'ended' as const, ended_at: set.now, host: 'off' as const, version }
  set.shows.put(ended)
  return grant(toShow(ended))
}

function findOpenSale(set: WorkingSet, showId: string): SaleRecord | undefined {
  return [...set.sales.all()].find((sale) => sale.showId === showId && sale.endedAt === null)
}

function end(
  set: WorkingSet,
  sale: SaleRecord,
  { reason, actor }: { reason: SaleEndReason; actor: string },
): SaleRecord {
  const version = set.record(sale.showId, { actor, type: 'sale:ended', payload: { saleId: sale.id, reason } })
  const ended = { ...endSale(sale, { reason, at: set.now }), version }
  set.sales.put(ended)
  return ended
}
