// Draws what has closed once its public random number is known, and gives on what nobody has claimed: outside of any batch.
import type { Database } from '../../database/database.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Kinds } from '../kind.ts'
import type { Beacon } from './beacon.ts'
import { Conditions, isForNewWinners } from '@lantern/shared/activities/conditions.ts'
import { drawLots, firstOf, splitLots } from './drawLots.ts'
import { Drawn } from './drawn.ts'
import { type DrawToSettle, findDrawWork, readEntrants, readOut, type Unclaimed } from './jobs.ts'

export interface SettlerNeeds {
  readonly database: Pick<Database, 'run'>
  readonly ledger: Pick<Ledger, 'settleDraw' | 'redraw'>
  readonly kinds: Kinds
  readonly beacon: Pick<Beacon, 'find' | 'look'>
  /** Entries read at once. */
  readonly pageSize?: number
}

/** Looked at in one turn: draws, and places that go on, all of a draw of the most winners. */
const LIMITS = { draws: 20, places: 100 }
/** Some milliseconds of computing, between which others go on. */
const PAGE = 1000

/** One look at all that is to be drawn; answers how many were. Any process may do it at any time. */
export async function settleDraws(needs: SettlerNeeds): Promise<number> {
  const { database, kinds, beacon } = needs
  const { closed, unclaimed, plannedKinds } = await database.run(findDrawWork, LIMITS)
  // What may open at any moment needs to know by then whether there are public random numbers.
  if (plannedKinds.some((kind) => kinds.get(kind)?.sealed === 'beacon')) await beacon.look()
  let done = 0
  for (const draw of closed) done += (await settleOne(needs, draw)) ? 1 : 0
  for (const [, ofOne] of Map.groupBy(unclaimed, ({ activityId }) => activityId)) done += await redraw(needs, ofOne)
  return done
}

async function settleOne(needs: SettlerNeeds, draw: DrawToSettle): Promise<boolean> {
  const { ledger, kinds, beacon } = needs
  const rules = kinds.get(draw.kind)?.draws(JSON.parse(draw.config)) ?? null
  if (rules === null) return false
  const number = draw.round === null ? null : await beacon.find(draw.round)
  // Never decided by anything but the number that was named.
  if (draw.round !== null && number === null) return false
  const randomness = number?.randomness ?? null
  const lots = await drawFrom(needs, { ...draw, randomness }, { winners: rules.winners, skip: new Set() })
  const { showId, activityId } = draw
  const outcome = await ledger.settleDraw({
    showId,
    activityId,
    randomness,
    signature: number?.signature ?? null,
    ...splitLots(lots),
  })
  return outcome === 'done'
}

/** All places of a draw that go on are drawn at once, and dealt out in order: two never go to the same entry. */
async function redraw(needs: SettlerNeeds, [first, ...others]: readonly Unclaimed[]): Promise<number> {
  if (first === undefined) return 0
  const skip = takenIn(Drawn.parse(JSON.parse(first.result ?? 'null')))
  let left = await drawFrom(needs, first, { winners: 1 + others.length, skip })
  let done = 0
  for (const { showId, activityId, lost } of [first, ...others]) {
    const { to, passed, rest } = firstOf(left)
    const outcome = await needs.ledger.redraw({ showId, activityId, lost, passed, to })
    // Whoever is next was erased or has won elsewhere meanwhile: the next look draws anew.
    if (outcome === 'again') break
    if (outcome === 'over') continue
    left = rest
    done += 1
  }
  return done
}

function takenIn({ winners, passed, redraws }: Drawn): ReadonlySet<string> {
  const later = redraws.flatMap((one) => [...(one.to === null ? [] : [one.to]), ...one.passed.map((p) => p.entryId)])
  return new Set([...winners, ...passed.map(({ entryId }) => entryId), ...later])
}

async function drawFrom(
  { database, pageSize = PAGE }: SettlerNeeds,
  draw: DrawToSettle,
  rules: { readonly winners: number; readonly skip: ReadonlySet<string> },
) {
  const { showId, activityId, conditions, seed, randomness } = draw
  // Who came in before they won elsewhere is passed over as well; where winning twice is allowed, nobody is.
  const isOnce = isForNewWinners(Conditions.parse(JSON.parse(conditions)))
  const found = await database.run(readOut, { showId, activityId, isOnce })
  const out = new Map(found.toReversed().map(({ entryId, why }) => [entryId, why]))
  return drawLots({ seed, randomness, activityId, out, pages: pagesOf(database, draw, pageSize), ...rules })
}

async function* pagesOf(
  database: Pick<Database, 'run'>,
  { activityId, entries }: Pick<DrawToSettle, 'activityId' | 'entries'>,
  size: number,
) {
  for (let from = 1; from <= entries; from += size) {
    const ids = await database.run(readEntrants, { activityId, from, before: from + size })
    yield ids === '' ? [] : ids.split(',')
  }
}

export interface Settler extends SettlerNeeds {
  readonly everyMs: number
  /** Told of every look that failed; the next one comes after the usual pause. */
  readonly onError: (error: unknown) => void
}

export function createSettler({ everyMs, onError, ...needs }: Settler): Loop {
  const turn = async () => {
    await settleDraws(needs)
    return false
  }
  return createLoop({ everyMs, turn, onError })
}
