// Addresses on the bench: what viewers without history hold and wait for behind one of them, and whether there is room for more.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { hasHistory, unitsPerCrowd } from '../../domain/crowd.ts'
import { isLive } from '../../domain/hold.ts'
import type { ShowRow, WaitRow } from '../../database/schema.ts'
import type { Bench } from '../workingSet.ts'
import type { PlaceHold } from '../ledger.ts'

/** Vouched for by staff: whom they hold it for needs no history. */
export type Asker = Pick<PlaceHold, 'showId' | 'viewerId' | 'source' | 'issuedAt' | 'by'>

/** The address that the viewer's holds count against; null: the viewer has history, or comes from nowhere we know. */
export function crowdOf(bench: Bench, { showId, viewerId, source, issuedAt, by }: Asker): string | null {
  const show = bench.shows.find(showId)
  if (source === null || by !== undefined || !show) return null
  return hasHistory({ issuedAt, hasPaid: hasPaid(bench, viewerId) }, show.created_at) ? null : source
}

/** Whether pauses of the address are the viewer's too, until staff lift them: all but those who are known to have history. */
export function isBoundByAddress(bench: Bench, { showId, viewerId, issuedAt, by }: Asker): boolean {
  const show = bench.shows.find(showId)
  if (by !== undefined || show?.crowd === 'lifted' || hasPaid(bench, viewerId)) return false
  return issuedAt === undefined || !show || !hasHistory({ issuedAt, hasPaid: false }, show.created_at)
}

function hasPaid(bench: Bench, viewerId: PlaceHold['viewerId']): boolean {
  return bench.holdsOf(viewerId).some(({ state }) => state === 'paid')
}

interface Wish {
  readonly showId: ShowRow['id']
  readonly crowd: string | null
  /** What it would come to more than is held. */
  readonly lines: readonly HoldLine[]
}

/** Null: there is room. Paid units count no more: who buys makes room for the next one at the same address. */
export function refuseCrowded(bench: Bench, { showId, crowd, lines }: Wish): Refusal<'CROWDED_ADDRESS'> | null {
  if (crowd === null) return null
  const isFull = ({ offerId, quantity }: HoldLine) =>
    unitsHeld(bench, crowd, offerId) + quantity > limitOf(bench, offerId)
  return refuseIn(bench, showId, lines.find(isFull)?.offerId)
}

/** As many places in line as units. */
export function refuseCrowdedLine(bench: Bench, wish: Omit<Wish, 'lines'> & { offerId: string }) {
  const { showId, crowd, offerId } = wish
  if (crowd === null) return null
  const isFull = placesHeld(bench, crowd, offerId) + 1 > limitOf(bench, offerId)
  return refuseIn(bench, showId, isFull ? offerId : undefined)
}

function limitOf(bench: Bench, offerId: string): number {
  return unitsPerCrowd(bench.shelf.offer(offerId).allotted, bench.policy.crowd)
}

function refuseIn(bench: Bench, showId: ShowRow['id'], offerId: string | undefined): Refusal<'CROWDED_ADDRESS'> | null {
  if (offerId === undefined || bench.shows.find(showId)?.crowd === 'lifted') return null
  tellStaff(bench, showId, { about: 'units', offerId })
  return refuse('CROWDED_ADDRESS', { detail: { offerId } })
}

/** Once in a show: staff are asked whether the address is a carrier's. */
export function tellStaff(bench: Bench, showId: ShowRow['id'], payload: { about: string; offerId?: string }): void {
  const show = bench.shows.find(showId)
  if (show?.crowd !== 'on') return
  const version = bench.record(show.id, { actor: 'clock', type: 'crowd:met', payload })
  bench.shows.put({ ...show, crowd: 'met', version })
}

function unitsHeld(bench: Bench, crowd: string, offerId: string): number {
  const live = bench.holdsOfCrowd(crowd).filter((hold) => isLive(hold, bench.now))
  const lines = live.flatMap((hold) => hold.lines.filter((line) => line.offerId === offerId))
  return lines.reduce((units, { quantity }) => units + quantity, 0)
}

/** Those found before the batch, less those that ended in it, and those that are new. */
function placesHeld(bench: Bench, crowd: string, offerId: string): number {
  const found = bench.crowdPlaces.find((row) => row.crowd === crowd && row.offer_id === offerId)?.places ?? 0
  const isHere = (wait: WaitRow) => wait.crowd === crowd && wait.offer_id === offerId
  const ended = bench.waits.updated().filter((wait) => isHere(wait) && wait.state !== 'waiting').length
  return found - ended + bench.waits.added().filter((wait) => isHere(wait) && wait.state === 'waiting').length
}
