// Lapses in the working set: at the viewer, at the viewer's address, and at the offer, where staff see them.
import { addLapse, givingBack, holdersOf, NO_STRIKES, sourceHolder, viewerHolder } from '../../domain/strikes.ts'
import type { StrikeRule, Strikes } from '../../domain/strikes.ts'
import { isLapse, type HoldRecord } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'
import { type Asker, isBoundByAddress, tellStaff } from './crowd.ts'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

function ruleOf({ policy }: WorkingSet, kind: 'viewer' | 'source'): StrikeRule {
  const { coolDownMs, lapsesPerViewer, lapsesPerSource } = policy
  if (kind === 'viewer') return { limit: lapsesPerViewer, coolDownMs, doubling: true, memoryMs: DAY_MS }
  return { limit: lapsesPerSource, coolDownMs, doubling: false, memoryMs: HOUR_MS }
}

function findStrikes(set: WorkingSet, holder: string): Strikes {
  const row = set.strikes.find(holder)
  return row ? { lapses: row.lapses, since: row.since, coolUntil: row.cool_until } : NO_STRIKES
}

function putStrikes(set: WorkingSet, holder: string, { lapses, since, coolUntil }: Strikes): void {
  set.strikes.put({ holder, lapses, since, cool_until: coolUntil })
}

/** The hold ran out unpaid and had kept units from others; `version` is that of its event. */
export function countLapse(set: WorkingSet, hold: HoldRecord, version: number): void {
  const strike = (holder: string, rule: StrikeRule) =>
    putStrikes(set, holder, addLapse(findStrikes(set, holder), set.now, rule))
  strike(viewerHolder(hold.viewerId), ruleOf(set, 'viewer'))
  if (hold.source !== null) strike(sourceHolder(hold.source), ruleOf(set, 'source'))
  for (const line of hold.lines.filter(({ takes }) => takes)) {
    const offer = set.shelf.offer(line.offerId)
    set.offers.put({ ...offer, lapsed: offer.lapsed + 1, version })
  }
}

/** A script that takes and gives back keeps units from others as well; a change of mind now and then is none. */
export function countRelease(set: WorkingSet, hold: HoldRecord): void {
  if (!isLapse(hold)) return
  const strike = (holder: string, limit: number) => {
    const rule = { limit, coolDownMs: set.policy.coolDownMs, doubling: false, memoryMs: HOUR_MS }
    putStrikes(set, givingBack(holder), addLapse(findStrikes(set, givingBack(holder)), set.now, rule))
  }
  strike(viewerHolder(hold.viewerId), set.policy.releasesPerViewer)
  if (hold.crowd !== null) strike(sourceHolder(hold.crowd), set.policy.lapsesPerSource)
}

/** Who pays is no hoarder. */
export function forgiveLapses(set: WorkingSet, hold: HoldRecord): void {
  const holder = viewerHolder(hold.viewerId)
  if (set.strikes.find(holder)) putStrikes(set, holder, NO_STRIKES)
}

/** How long the viewer has to pause still, in ms; 0: not at all. Whoever has history does not pay for an address. */
export function coolDownLeft(set: WorkingSet, request: Asker): number {
  // Nearly always: nobody has let anything lapse.
  if (set.strikes.size === 0) return 0
  const ownMs = pauseOf(set, holdersOf([request.viewerId], []))
  const { source } = request
  if (source === null) return ownMs
  const sharedMs = pauseOf(set, holdersOf([], [source]))
  if (sharedMs <= ownMs || !isBoundByAddress(set, request)) return ownMs
  tellStaff(set, request.showId, { about: 'lapses' })
  return sharedMs
}

function pauseOf(set: WorkingSet, holders: readonly string[]): number {
  return Math.max(0, ...holders.map((holder) => findStrikes(set, holder).coolUntil - set.now))
}
