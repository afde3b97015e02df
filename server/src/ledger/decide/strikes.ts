// Lapses on the bench: at the viewer, at the viewer's address, and at the offer, where staff see them.
import { addLapse, givingBack, holdersOf, NO_STRIKES, sourceHolder, viewerHolder } from '../../domain/strikes.ts'
import type { StrikeRule, Strikes } from '../../domain/strikes.ts'
import { isLapse, type HoldRecord } from '../../domain/hold.ts'
import type { Bench } from '../workingSet.ts'
import { type Asker, isBoundByAddress, tellStaff } from './crowd.ts'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

function ruleOf({ policy }: Bench, kind: 'viewer' | 'source'): StrikeRule {
  const { coolDownMs, lapsesPerViewer, lapsesPerSource } = policy
  if (kind === 'viewer') return { limit: lapsesPerViewer, coolDownMs, doubling: true, memoryMs: DAY_MS }
  return { limit: lapsesPerSource, coolDownMs, doubling: false, memoryMs: HOUR_MS }
}

function findStrikes(bench: Bench, holder: string): Strikes {
  const row = bench.strikes.find(holder)
  return row ? { lapses: row.lapses, since: row.since, coolUntil: row.cool_until } : NO_STRIKES
}

function putStrikes(bench: Bench, holder: string, { lapses, since, coolUntil }: Strikes): void {
  bench.strikes.put({ holder, lapses, since, cool_until: coolUntil })
}

/** The hold ran out unpaid and had kept units from others; `version` is that of its event. */
export function countLapse(bench: Bench, hold: HoldRecord, version: number): void {
  const strike = (holder: string, rule: StrikeRule) =>
    putStrikes(bench, holder, addLapse(findStrikes(bench, holder), bench.now, rule))
  strike(viewerHolder(hold.viewerId), ruleOf(bench, 'viewer'))
  if (hold.source !== null) strike(sourceHolder(hold.source), ruleOf(bench, 'source'))
  for (const line of hold.lines.filter(({ takes }) => takes)) {
    const offer = bench.shelf.offer(line.offerId)
    bench.offers.put({ ...offer, lapsed: offer.lapsed + 1, version })
  }
}

/** A script that takes and gives back keeps units from others as well; a change of mind now and then is none. */
export function countRelease(bench: Bench, hold: HoldRecord): void {
  if (!isLapse(hold)) return
  const strike = (holder: string, limit: number) => {
    const rule = { limit, coolDownMs: bench.policy.coolDownMs, doubling: false, memoryMs: HOUR_MS }
    putStrikes(bench, givingBack(holder), addLapse(findStrikes(bench, givingBack(holder)), bench.now, rule))
  }
  strike(viewerHolder(hold.viewerId), bench.policy.releasesPerViewer)
  if (hold.crowd !== null) strike(sourceHolder(hold.crowd), bench.policy.lapsesPerSource)
}

/** Who pays is no hoarder. */
export function forgiveLapses(bench: Bench, hold: HoldRecord): void {
  const holder = viewerHolder(hold.viewerId)
  if (bench.strikes.find(holder)) putStrikes(bench, holder, NO_STRIKES)
}

/** How long the viewer has to pause still, in ms; 0: not at all. Whoever has history does not pay for an address. */
export function coolDownLeft(bench: Bench, request: Asker): number {
  // Nearly always: nobody has let anything lapse.
  if (bench.strikes.size === 0) return 0
  const ownMs = pauseOf(bench, holdersOf([request.viewerId], []))
  const { source } = request
  if (source === null) return ownMs
  const sharedMs = pauseOf(bench, holdersOf([], [source]))
  if (sharedMs <= ownMs || !isBoundByAddress(bench, request)) return ownMs
  tellStaff(bench, request.showId, { about: 'lapses' })
  return sharedMs
}

function pauseOf(bench: Bench, holders: readonly string[]): number {
  return Math.max(0, ...holders.map((holder) => findStrikes(bench, holder).coolUntil - bench.now))
}
