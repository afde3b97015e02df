// Draws what has closed once its public random number is known, and gives on what nobody has claimed: outside of any batch.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Database } from '../../database/database.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Kinds } from '../kind.ts'
import type { Beacon } from './beacon.ts'
import { Conditions, isForNewWinners } from '@lantern/shared/activities/conditions.ts'
import { drawLots } from './drawLots.ts'
import { Drawn } from './drawn.ts'
import { type DrawToSettle, findDrawWork, readEntrants, readStaffEntrants, readWonBy, type Unclaimed } from './jobs.ts'

export interface SettlerNeeds {
  readonly database: Pick<Database, 'run'>
  readonly ledger: Pick<Ledger, 'settleDraw' | 'redraw'>
  readonly kinds: Kinds
  readonly beacon: Pick<Beacon, 'find' | 'look'>
  /** Entries read at once. */
  readonly pageSize?: number
}

const LIMIT = 20
/** Some milliseconds of computing, between which others go on. */
const PAGE = 1000

/** One look at all that is to be drawn; answers how many were. Any process may do it at any time. */
export async function settleDraws(needs: SettlerNeeds): Promise<number> {
  const { database, kinds, beacon } = needs
  const { closed, unclaimed, plannedKinds } = await database.run(findDrawWork, { limit: LIMIT })
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
  const drawn = await drawFrom(needs, { ...draw, randomness }, { winners: rules.winners, skip: new Set() })
  const { showId, activityId } = draw
  const outcome = await ledger.settleDraw({
    showId,
    activityId,
    randomness,
    signature: number?.signature ?? null,
    ...drawn,
  })
  return outcome === 'done'
}

/** What was given on a moment ago is taken as well: two places of one draw never go to the same entry. */
async function redraw(needs: SettlerNeeds, ofOneDraw: readonly Unclaimed[]): Promise<number> {
  let before: Drawn | null = null
  let done = 0
  for (const { lost, ...draw } of ofOneDraw) {
    before ??= Drawn.parse(JSON.parse(draw.result ?? 'null'))
    const { winners, passed } = await drawFrom(needs, draw, { winners: 1, skip: takenIn(before) })
    const next = { lost, passed, to: winners[0] ?? null }
    const { showId, activityId } = draw
    if ((await needs.ledger.redraw({ showId, activityId, ...next })) !== 'done') continue
    before = { ...before, redraws: [...before.redraws, next] }
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
  { showId, activityId, conditions, seed, randomness }: DrawToSettle,
  rules: { readonly winners: number; readonly skip: ReadonlySet<string> },
) {
  // Who came in before they won elsewhere is passed over as well; where winning twice is allowed, nobody is.
  const isOnce = isForNewWinners(Conditions.parse(JSON.parse(conditions)))
  const wonBy = new Set(isOnce ? await database.run(readWonBy, { showId }) : [])
  const staff = new Set(await database.run(readStaffEntrants, { activityId }))
  const pages = pagesOf(database, activityId, pageSize)
  return drawLots({ seed, randomness, activityId, wonBy, staff, pages, ...rules })
}

async function* pagesOf(database: Pick<Database, 'run'>, activityId: ActivityId, limit: number) {
  for (let after = 0; ;) {
    const page = await database.run(readEntrants, { activityId, after, limit })
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < limit) return
    after = last.no
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
