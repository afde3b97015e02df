// Random commands of activities: made, moved, planned, put in front and entered, about what the run knows by then.
import { createHash } from 'node:crypto'
import type { Conditions } from '@lantern/shared/activities/conditions.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { InputOf } from '../../requests.ts'
import { CUP, SHIRT, SHOW, STAFF, START_AT } from '../testShop.ts'
import type { Draft, Make, World } from './draft.ts'
import type { Play } from './playState.ts'
import { cameFrom, nameOf } from './whoAsks.ts'

const LINK = 'link-1'
const MINUTE_MS = 60_000

type Asks = 'play' | 'playAgain' | 'movePlay' | 'plan' | 'front' | 'enter'

export const PLAY_ASKED: Readonly<Record<Asks, Make>> = {
  play: (world, draft, { n }) => ({ kind: 'makeActivity', input: making(world, draft, `a${n}`) }),
  playAgain(world, draft) {
    const old = world.plays[world.plays.length - 1 - (draft.hold % Math.max(1, world.plays.length))]
    const input = old?.expected.kind === 'makeActivity' ? old.expected.input : making(world, draft, 'a0')
    const other = draft.pick % 3 === 0 ? making(world, draft, input.activityId) : input
    return { kind: 'makeActivity', input: other }
  },
  movePlay(world, draft, { revisionOf }) {
    const activityId = pickPlay(world, draft)
    const act = ACTS[draft.pick % ACTS.length] ?? 'open'
    const revision = draft.units === 4 && draft.pick % 5 === 0 ? -1 : revisionOf(activityId)
    const more = { toFront: draft.pick % 3 > 0, carriesPrice: draft.pick % 11 > 0 }
    return { kind: 'moveActivity', input: { showId: SHOW, activityId, act, revision, ...more, by: STAFF } }
  },
  plan(world, draft, { revisionOf }) {
    const activityId = pickPlay(world, draft)
    const revision = draft.pick % 9 === 0 ? -1 : revisionOf(activityId)
    const input = { showId: SHOW, activityId, revision, waitsFor: waitFor(world, draft), by: STAFF }
    return { kind: 'planActivity', input }
  },
  front: (world, draft) => ({
    kind: 'setFront',
    input: { showId: SHOW, activityId: draft.pick % 5 === 0 ? null : pickPlay(world, draft), by: STAFF },
  }),
  enter: (world, draft) => ({ kind: 'enter', input: entering(world, draft) }),
}

const ACTS = ['open', 'open', 'open', 'close', 'close', 'cancel', 'announce', 'remove'] as const

/** The latest most often; now and then one that nobody has made. */
function pickPlay({ plays }: World, { hold, pick }: Draft): ActivityId {
  const reach = Math.min(plays.length, hold % 4 === 0 ? 60 : 9)
  const made = plays[plays.length - 1 - (hold % Math.max(1, reach))]?.expected
  return made?.kind !== 'makeActivity' || pick % 61 === 0 ? ActivityId.parse('nowhere') : made.input.activityId
}

/** One that people may come into now; where there is none, any. */
function pickOpen(world: World, draft: Draft): ActivityId {
  const open = world.model.state.activities.filter(({ state, play }) => state === 'open' && play.kind !== 'stepPrice')
  const picked = open[draft.hold % Math.max(1, open.length)]
  return picked ? ActivityId.parse(picked.id) : pickPlay(world, draft)
}

function making(world: World, draft: Draft, id: string): InputOf<'makeActivity'> {
  const { pick, hold, units } = draft
  const play = playOf(world, draft)
  const start = (['open', 'open', 'open', 'draft', 'announced'] as const)[hold % 5] ?? 'open'
  const opensAt =
    start === 'open' || pick % 3 === 0 ? null : world.now + ([-1000, 0, 15_000, MINUTE_MS][units - 1] ?? 0)
  return {
    activityId: ActivityId.parse(id),
    showId: SHOW,
    ...play,
    start,
    opensAt,
    lengthMs: [null, null, 20_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS][pick % 6] ?? null,
    conditions: play.kind === 'stepPrice' ? [] : conditionsOf(draft),
    waitsFor: start === 'draft' && pick % 2 === 0 ? waitFor(world, draft) : null,
    toFront: pick % 4 > 0,
    seed: createHash('sha256').update(id).digest('hex'),
    by: STAFF,
  }
}

function conditionsOf({ pick, offer }: Draft): Conditions {
  const bought = { is: 'bought' as const, productId: [null, CUP, SHIRT][offer] ?? null }
  const came = { is: 'came' as const, via: pick % 2 === 0 ? null : LINK }
  if (pick % 7 === 0) return [bought]
  if (pick % 11 === 0) return [came]
  return pick % 29 === 0 ? [came, bought] : []
}

function waitFor({ now }: World, { pick, units }: Draft): WaitsFor | null {
  if (pick % 4 === 0) return null
  if (pick % 4 === 1) return { is: 'time', at: now + 30_000 * (units - 1) }
  if (pick % 4 === 2) return { is: 'viewers', viewers: 10 * units }
  return { is: 'minutes', minutes: Math.max(1, Math.floor((now - START_AT) / MINUTE_MS) + units - 1) }
}

const OFFS = [{ minor: 300 }, { percent: 33 }, { minor: 1999 }, { minor: 777 }, { percent: 90 }, { minor: 6000 }]
const STEPS = [
  [{ buyers: 2, priceMinor: 1800 }],
  [
    { buyers: 1, priceMinor: 1900 },
    { buyers: 2, priceMinor: 1500 },
    { buyers: 4, priceMinor: 900 },
  ],
  [
    { buyers: 2, priceMinor: 1333 },
    { buyers: 3, priceMinor: 500 },
  ],
] as const

const KINDS = [
  'coupon',
  'coupon',
  'coupon',
  'redPacket',
  'stepPrice',
  'stepPrice',
  'stepPrice',
  'poll',
  'testers',
] as const

function playOf(world: World, draft: Draft): Play {
  const kind = KINDS[(draft.pick + draft.viewer) % KINDS.length] ?? 'coupon'
  return PLAYS[kind](world, draft)
}

const PLAYS: Readonly<Record<Play['kind'], (world: World, draft: Draft) => Play>> = {
  coupon({ now }, { pick, units, viewer, offer }) {
    const off = OFFS[pick % OFFS.length] ?? { minor: 300 }
    const good = pick % 5 === 0 ? { until: now + 20_000 * viewer } : { forMs: 5 * MINUTE_MS * units }
    const given = pick % 3 === 0 ? 'paid' : 'claim'
    const terms = termsOf({ pick, units, offer })
    return { kind: 'coupon', config: { title: 'Off', off, ...terms, places: 2 + (pick % 9), good, given } }
  },
  redPacket({ now }, { pick, units, viewer, offer }) {
    const places = 1 + (pick % 7)
    const how = pick % 3 === 0 ? 'fixed' : 'lucky'
    const sum = { places, totalMinor: places * (100 + 37 * units), leastMinor: 50 }
    const more = { until: now + 4 * MINUTE_MS * (viewer - 1), perMonth: pick % 4 === 0 ? 1 + offer : null }
    return { kind: 'redPacket', config: { greeting: null, how, ...sum, ...termsOf({ pick, units, offer }), ...more } }
  },
  stepPrice: (_world, { pick, offer }) => ({
    kind: 'stepPrice',
    config: { productId: pick % 3 === 0 ? CUP : SHIRT, steps: [...(STEPS[offer] ?? STEPS[0])] },
  }),
  testers: (_world, { pick }) => ({
    kind: 'testers',
    config: { title: 'Try', note: null, productId: null, places: 1 + (pick % 5) },
  }),
  poll(_world, { pick }) {
    const answers = ['red', 'blue', 'green'].map((text) => ({ text, picture: null }))
    const config = { question: 'Which?', answers, several: pick % 2 === 0, hidden: false, pinsWinner: false }
    return { kind: 'poll', config }
  },
}

function termsOf({ pick, units, offer }: Pick<Draft, 'pick' | 'units' | 'offer'>) {
  const productIds = [null, null, [CUP], [SHIRT]][units - 1] ?? null
  return { currency: 'USD', fromMinor: [0, 0, 3000, 5000][offer + (pick % 2)] ?? 0, productIds }
}

function entering(world: World, draft: Draft): InputOf<'enter'> {
  const { pick, units, offer } = draft
  const activityId = pick % 5 === 0 ? pickPlay(world, draft) : pickOpen(world, draft)
  const made = world.plays.findLast(
    ({ expected: { input } }) => 'activityId' in input && input.activityId === activityId,
  )
  const kind = made?.expected.kind === 'makeActivity' && pick % 43 > 0 ? made.expected.input.kind : 'poll'
  const viewerId = ViewerId.parse(nameOf(world, draft))
  const choices = [...new Set([offer, units - 1])].slice(0, 1 + (pick % 2))
  return {
    showId: SHOW,
    activityId,
    kind,
    viewerId,
    viewerName: viewerId,
    via: pick % 3 === 0 ? LINK : null,
    watching: null,
    ...cameFrom(viewerId),
    entry: kind === 'poll' ? { choices } : kind === 'redPacket' ? null : {},
    requestId: `r${pick % 8}`,
    entryId: '',
  }
}
