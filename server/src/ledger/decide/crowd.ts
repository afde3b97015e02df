// Addresses on the bench: what viewers without history hold and wait for behind one of them, and whether there is room for more.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { hasHistory, unitsPerCrowd } from '../../domain/crowd.ts'
import { isLive } from '../../domain/hold.ts'
import type { ShowRow } from '../../store/schema.ts'
import type { Bench } from '../bench.ts'
import type { PlaceHold } from '../ledger.ts'

/** Vouched for by staff: whom they hold it for needs no history. */
type Asker = Pick<PlaceHold, 'showId' | 'viewerId' | 'source' | 'issuedAt' | 'by'>

/** The address that the viewer's holds count against; null: the viewer has history, or comes from nowhere we know. */
export function crowdOf(bench: Bench, { showId, viewerId, source, issuedAt, by }: Asker): string | null {
  const show = bench.shows.find(showId)
  if (source === null || by !== undefined || !show) return null
  const hasPaid = bench.holdsOf(viewerId).some(({ state }) => state === 'paid')
  return hasHistory({ issuedAt, hasPaid }, show.created_at) ? null : source
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
  const show = bench.shows.find(showId)
  if (offerId === undefined || !show || show.crowd === 'lifted') return null
  tellStaff(bench, show, offerId)
  return refuse('CROWDED_ADDRESS', { detail: { offerId } })
}

/** Once in a show: staff are asked whether the address is a carrier's. */
function tellStaff(bench: Bench, show: ShowRow, offerId: string): void {
  if (show.crowd !== 'on') return
  const version = bench.record(show.id, { actor: 'clock', type: 'crowd:met', payload: { offerId } })
  bench.shows.put({ ...show, crowd: 'met', version })
}

function unitsHeld(bench: Bench, crowd: string, offerId: string): number {
  const live = bench.holdsOfCrowd(crowd).filter((hold) => isLive(hold, bench.now))
  const lines = live.flatMap((hold) => hold.lines.filter((line) => line.offerId === offerId))
  return lines.reduce((units, { quantity }) => units + quantity, 0)
}

function placesHeld(bench: Bench, crowd: string, offerId: string): number {
  const known = bench.crowdPlaces.find((row) => row.crowd === crowd && row.offer_id === offerId)?.places ?? 0
  const isNew = (wait: { crowd: string | null; offer_id: string; state: string }) =>
    wait.crowd === crowd && wait.offer_id === offerId && wait.state === 'waiting'
  return known + bench.waits.added().filter(isNew).length
}
