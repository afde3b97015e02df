// Addresses in the working set: what viewers without history hold and wait for behind one of them, and whether there is room for more.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { hasHistory, unitsPerCrowd } from '../../domain/crowd.ts'
import { isLive } from '../../domain/hold.ts'
import type { ShowRow, WaitRow } from '../../database/schema.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { PlaceHold } from '../ledger.ts'

/** Vouched for by staff: whom they hold it for needs no history. */
export type Asker = Pick<PlaceHold, 'showId' | 'viewerId' | 'source' | 'issuedAt' | 'by'>

/** The address that the viewer's holds count against; null: the viewer has history, or comes from nowhere we know. */
export function crowdOf(set: WorkingSet, { showId, viewerId, source, issuedAt, by }: Asker): string | null {
  const show = set.shows.find(showId)
  if (source === null || by !== undefined || !show) return null
  return hasHistory({ issuedAt, hasPaid: hasPaid(set, viewerId) }, show.created_at) ? null : source
}

/** Whether pauses of the address are the viewer's too, until staff lift them: all but those who are known to have history. */
export function isBoundByAddress(set: WorkingSet, { showId, viewerId, issuedAt, by }: Asker): boolean {
  const show = set.shows.find(showId)
  if (by !== undefined || show?.crowd === 'lifted' || hasPaid(set, viewerId)) return false
  return issuedAt === undefined || !show || !hasHistory({ issuedAt, hasPaid: false }, show.created_at)
}

function hasPaid(set: WorkingSet, viewerId: PlaceHold['viewerId']): boolean {
  return set.holdsOf(viewerId).some(({ state }) => state === 'paid')
}

interface Wish {
  readonly showId: ShowRow['id']
  readonly crowd: string | null
  /** What it would come to more than is held. */
  readonly lines: readonly HoldLine[]
}

/** Null: there is room. Paid units count no more: who buys makes room for the next one at the same address. */
export function refuseCrowded(set: WorkingSet, { showId, crowd, lines }: Wish): Refusal<'CROWDED_ADDRESS'> | null {
  if (crowd === null) return null
  const isFull = ({ offerId, quantity }: HoldLine) => unitsHeld(set, crowd, offerId) + quantity > limitOf(set, offerId)
  return refuseIn(set, showId, lines.find(isFull)?.offerId)
}

/** As many places in line as units. */
export function refuseCrowdedLine(set: WorkingSet, wish: Omit<Wish, 'lines'> & { offerId: string }) {
  const { showId, crowd, offerId } = wish
  if (crowd === null) return null
  const isFull = placesHeld(set, crowd, offerId) + 1 > limitOf(set, offerId)
  return refuseIn(set, showId, isFull ? offerId : undefined)
}

function limitOf(set: WorkingSet, offerId: string): number {
  return unitsPerCrowd(set.shelf.offer(offerId).allotted, set.policy.crowd)
}

function refuseIn(
  set: WorkingSet,
  showId: ShowRow['id'],
  offerId: string | undefined,
): Refusal<'CROWDED_ADDRESS'> | null {
  if (offerId === undefined || set.shows.find(showId)?.crowd === 'lifted') return null
  tellStaff(set, showId, { about: 'units', offerId })
  return refuse('CROWDED_ADDRESS', { detail: { offerId } })
}

/** Once in a show: staff are asked whether the address is a carrier's. */
export function tellStaff(set: WorkingSet, showId: ShowRow['id'], payload: { about: string; offerId?: string }): void {
  const show = set.shows.find(showId)
  if (show?.crowd !== 'on') return
  const version = set.record(show.id, { actor: 'clock', type: 'crowd:met', payload })
  set.shows.put({ ...show, crowd: 'met', version })
}

function unitsHeld(set: WorkingSet, crowd: string, offerId: string): number {
  const live = set.holdsOfCrowd(crowd).filter((hold) => isLive(hold, set.now))
  const lines = live.flatMap((hold) => hold.lines.filter((line) => line.offerId === offerId))
  return lines.reduce((units, { quantity }) => units + quantity, 0)
}

/** Those found before the batch, less those that ended in it, and those that are new. */
function placesHeld(set: WorkingSet, crowd: string, offerId: string): number {
  const found = set.crowdPlaces.find((row) => row.crowd === crowd && row.offer_id === offerId)?.places ?? 0
  const isHere = (wait: WaitRow) => wait.crowd === crowd && wait.offer_id === offerId
  const ended = set.waits.updated().filter((wait) => isHere(wait) && wait.state !== 'waiting').length
  return found - ended + set.waits.added().filter((wait) => isHere(wait) && wait.state === 'waiting').length
}
