// Flash sales on the bench: start, stop, and the end of the show they belong to.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { decideSaleStart, endSale } from '../../domain/flashSale.ts'
import type { SaleEndReason } from '../../domain/flashSale.ts'
import type { SaleRecord } from '../../domain/hold.ts'
import { decideEnd } from '../../domain/show.ts'
import { toShow, withoutShow } from '../../database/toThings.ts'
import type { Bench } from '../workingSet.ts'
import type { StartSale } from '../ledger.ts'
import type { InputOf, OutputOf } from '../requests.ts'
import { endActivities } from './activities.ts'
import { pinInFront } from './pin.ts'
import { closeLines } from './waitlist.ts'

export function decideStart(bench: Bench, request: StartSale): OutputOf<'startSale'> {
  const { saleId, showId, productId } = request
  const known = bench.sales.find(saleId)
  if (known?.showId === showId) return grant(withoutShow(known))
  if (bench.shows.find(showId)?.phase !== 'live') return refuse('SHOW_NOT_LIVE')
  if (known || findOpenSale(bench, showId)) return refuse('SALE_RUNNING')
  const offers = [...bench.offers.all()].filter((offer) => offer.showId === showId && offer.productId === productId)
  const decision = decideSaleStart(request, offers)
  if (!decision.ok) return decision

  const payload = { saleId, productId, priceMinor: request.priceMinor, units: request.units }
  const version = bench.record(showId, { actor: `staff:${request.by}`, type: 'sale:started', payload })
  const sale = open(bench, request, { version, currency: offers[0]?.currency ?? '' })
  bench.sales.put(sale)
  if (request.toFront !== false) pinInFront(bench, showId, { productId, actor: `staff:${request.by}` })
  return grant(withoutShow(sale))
}

function open(bench: Bench, request: StartSale, more: { version: number; currency: string }): SaleRecord {
  const opensAt = bench.now + request.countdownMs
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
    graceMs: bench.policy.saleGraceMs,
    endedAt: null,
    endReason: null,
    ...more,
  }
}

export function decideStop(bench: Bench, { saleId, showId, by }: InputOf<'stopSale'>): OutputOf<'stopSale'> {
  const sale = bench.sales.find(saleId)
  if (!sale || sale.showId !== showId) return refuse('SALE_NOT_FOUND')
  if (sale.endedAt !== null) return refuse('SALE_OVER')
  return grant(withoutShow(end(bench, sale, { reason: 'stopped', actor: `staff:${by}` })))
}

export function decideEndShow(bench: Bench, { showId, by }: InputOf<'endShow'>): OutputOf<'endShow'> {
  const show = bench.shows.find(showId)
  if (!show) return refuse('SHOW_NOT_FOUND')
  const decision = decideEnd(show.phase)
  if (!decision.ok) return decision

  const actor = `staff:${by}`
  const sale = findOpenSale(bench, showId)
  if (sale) end(bench, sale, { reason: 'show_ended', actor })
  closeLines(bench, showId)
  endActivities(bench, showId, actor)
  const version = bench.record(showId, { actor, type: 'show:ended', payload: {} })
  const ended = { ...show, phase: 'ended' as const, ended_at: bench.now, host: 'off' as const, version }
  bench.shows.put(ended)
  return grant(toShow(ended))
}

function findOpenSale(bench: Bench, showId: string): SaleRecord | undefined {
  return [...bench.sales.all()].find((sale) => sale.showId === showId && sale.endedAt === null)
}

function end(bench: Bench, sale: SaleRecord, { reason, actor }: { reason: SaleEndReason; actor: string }): SaleRecord {
  const version = bench.record(sale.showId, { actor, type: 'sale:ended', payload: { saleId: sale.id, reason } })
  const ended = { ...endSale(sale, { reason, at: bench.now }), version }
  bench.sales.put(ended)
  return ended
}
