// Random commands: fast-check draws small records of numbers, which become requests about what the run knows by then.
import fc from 'fast-check'
import { HoldId, OfferId, OrderId, SaleId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { aHold, aSale, CUP, SHIRT, SHOW, STAFF } from '../testShop.ts'
import { type Do, type Draft, type Make, type Naming, type Pair, type Step, WEIGHTS, type World } from './draft.ts'
import type { AskedRequest } from './kinds.ts'
import { PLAY_ASKED } from './playCommands.ts'
import { pickKnown, SHOP_SPEAKS } from './shopCommands.ts'
import { isDue, type ModelState } from './state.ts'
import { isDueByClock } from './life.ts'
import { cameFrom, nameOf, VIEWERS } from './whoAsks.ts'

const names = Object.keys(WEIGHTS).filter((name): name is Do => name in WEIGHTS)
const draft: fc.Arbitrary<Draft> = fc.record({
  do: fc.oneof(...names.map((name) => ({ weight: WEIGHTS[name], arbitrary: fc.constant(name) }))),
  hold: fc.nat(999),
  viewer: fc.nat(VIEWERS - 1),
  offer: fc.nat(2),
  units: fc.integer({ min: 1, max: 4 }),
  pick: fc.nat(9999),
})

/** As many on average, up to twice as many: so they can be made fewer again. In small batches little is loaded. */
export function steps(count: number, commandsPerStep: number): fc.Arbitrary<Step[]> {
  const large = fc.array(draft, { maxLength: 2 * commandsPerStep, size: 'max' })
  const small = fc.array(draft, { maxLength: 6, size: 'max' })
  const step = fc.record({
    drafts: fc.oneof({ weight: 3, arbitrary: large }, { weight: 1, arbitrary: small }),
    waitMs: fc.constantFrom(0, 1000, 20_000, 60_000, 120_000, 300_000, 600_000),
    crash: fc.nat(14).map((n) => n === 14),
    lifts: fc.nat(29).map((n) => n === 29),
    room: fc.record({ viewers: fc.nat(40), carriesPrice: fc.nat(9).map((n) => n > 0) }),
    onlyPlaces: fc.nat(7).map((n) => n === 7),
  })
  return fc.noBias(fc.array(step, { minLength: 1, maxLength: 2 * count, size: 'max' }))
}

export function resolveStep(world: World, { drafts, onlyPlaces }: Step): Pair[] {
  const pairs: Pair[] = []
  for (const each of drafts) pairs.push(resolve(world, onlyPlaces ? { ...each, do: 'place' } : each, pairs))
  return pairs
}

function resolve(world: World, drawn: Draft, earlier: readonly Pair[]): Pair {
  const before = drawn.do === 'again' ? earlier : drawn.do === 'resend' ? world.facts : []
  const old = before[before.length - 1 - (drawn.pick % Math.max(1, before.length))]
  if (old) return old
  const n = world.counter++
  const make = (names: Omit<Naming, 'n'>) => MAKE[drawn.do](world, drawn, { n, ...names })
  const pair = { expected: make(modelNames(world)), asked: make(realNames(world)) }
  if (pair.expected.kind === 'report') world.facts.push(pair)
  if (pair.expected.kind === 'makeActivity') world.plays.push(pair)
  if (pair.expected.kind === 'place') {
    world.places.push(pair)
    remember(world, pair.expected.input)
  }
  return pair
}

function modelNames({ model }: World): Omit<Naming, 'n'> {
  const { activities } = model.state
  return { idOf: (id) => id, revisionOf: (id) => activities.find((each) => each.id === id)?.revision ?? 0 }
}

function realNames({ realIds, revisions }: World): Omit<Naming, 'n'> {
  return { idOf: (id) => realIds.get(id) ?? id, revisionOf: (id) => revisions.get(id) ?? 0 }
}

function remember({ known }: World, { holdId, viewerId, lines }: ReturnType<typeof aHold>): void {
  if (known.some(({ id }) => id === holdId)) return
  known.push({ id: holdId, viewerId, lines: lines.map((line) => [line.offerId, line.quantity] as const) })
}

const MAKE: Readonly<Record<Do, Make>> = {
  place: (world, draft, { n }) => placing(`h${n}`, nameOf(world, draft), wishOf(world, draft)),
  placeAgain(world, draft, { idOf }) {
    const { id, viewerId, lines } = pickKnown(world, draft)
    return placing(idOf(id), viewerId, lines)
  },
  placeTaken: (world, draft, { idOf }) =>
    placing(idOf(pickKnown(world, draft).id), nameOf(world, draft), wishOf(world, draft)),
  release: (world, draft, { idOf }) => ({ kind: 'release', input: ofOwner(world, draft, idOf) }),
  change(world, draft, { idOf }) {
    const { lines } = pickKnown(world, draft)
    const wanted = lines.map(([offerId, units], nth) => ({ offerId, quantity: 1 + ((units + draft.pick + nth) % 5) }))
    const other = { offerId: pickOffer(world, draft.offer), quantity: draft.units }
    const change = draft.pick % 11 === 0 ? [other] : wanted.slice(0, 1 + (draft.pick % 3))
    const leaves = draft.pick % 5 === 0 ? { withoutCoupon: true } : {}
    return { kind: 'change', input: { ...ofOwner(world, draft, idOf), lines: change, ...leaves } }
  },
  join: (world, draft) => ({ kind: 'joinWaitlist', input: joining(world, draft) }),
  leave: (world, draft) => ({ kind: 'leaveWaitlist', input: joining(world, draft) }),
  away: (world, draft) => presence(world, draft, false),
  back: (world, draft) => presence(world, draft, true),
  allot: (world, draft) => offerChange(world, draft, { allotted: draft.pick % 30 }),
  policy: (world, draft) => offerChange(world, draft, { policy: draft.pick % 3 === 0 ? 'first_paid' : 'lock_on_hold' }),
  limits: (world, draft) =>
    offerChange(world, draft, { holdMs: 60_000 * (1 + (draft.pick % 10)), perViewer: 2 + (draft.pick % 4) }),
  settle(world, draft, { idOf }) {
    const { orders } = world.model.state
    const order = orders[orders.length - 1 - (draft.pick % Math.max(1, orders.length))]
    const choice = (['supply', 'refund_back', 'refund_gone', 'accept', 'let_go'] as const)[draft.hold % 5] ?? 'supply'
    const ids = {
      holdId: HoldId.parse(idOf(order?.holdId ?? 'none')),
      orderId: OrderId.parse(order?.orderId ?? 'none'),
    }
    return { kind: 'settleOrder', input: { showId: SHOW, by: STAFF, choice, ...ids } }
  },
  ...SHOP_SPEAKS,
  ...PLAY_ASKED,
  startSale: (world, draft, { n }) => ({ kind: 'startSale', input: saleOf(world, draft, n) }),
  stopSale(world, { pick }) {
    const id = pick % 7 === 0 ? 'nosale' : (world.model.state.sales.at(-1)?.id ?? 'nosale')
    return { kind: 'stopSale', input: { saleId: SaleId.parse(id), showId: SHOW, by: STAFF } }
  },
  sweep: (world, { pick }) => ({ kind: 'sweep', input: { limit: pick % 2 === 0 ? 500 : smallLimit(world) } }),
  again: (world, draft, naming) => MAKE.place(world, draft, naming),
}

function placing(id: string, viewerId: string, wanted: Parameters<typeof aHold>[2]): AskedRequest<'place'> {
  return { kind: 'place', input: { ...aHold(id, viewerId, wanted), ...cameFrom(viewerId) } }
}

function pickOffer({ offerIds }: World, nth: number): OfferId {
  return offerIds[nth % offerIds.length] ?? offerIds[0]
}

/** Seen at the sale's price or the usual one. Mostly one line, now and then two, twice the same offer, or one that is not there. */
function wishOf(world: World, { offer, units, pick }: Draft): [OfferId, number, seen?: number][] {
  const first: [OfferId, number, number] = [pickOffer(world, offer), units, pick % 7 < 2 ? 1500 : 2000]
  if (pick % 4 === 0) return [first, [pickOffer(world, offer + 1), 1 + (pick % 3)]]
  if (pick % 13 === 1) return [first, [first[0], 1]]
  return pick % 53 === 2 ? [[OfferId.parse('nowhere'), 1]] : [first]
}

function ofOwner(world: World, draft: Draft, idOf: Naming['idOf']) {
  const { id, viewerId } = pickKnown(world, draft)
  return {
    holdId: HoldId.parse(idOf(id)),
    viewerId: ViewerId.parse(draft.pick % 17 === 0 ? nameOf(world, draft) : viewerId),
  }
}

function joining(world: World, draft: Draft) {
  const { offer, units } = draft
  const viewerId = ViewerId.parse(nameOf(world, draft))
  const who = { viewerId, viewerName: viewerId, via: null, ...cameFrom(viewerId) }
  return { showId: SHOW, offerId: pickOffer(world, offer), quantity: units, ...who }
}

function presence(world: World, draft: Draft, present: boolean): AskedRequest<'setPresence'> {
  const agoMs = [0, 0, 1000, 5000, 100_000][draft.pick % 5] ?? 0
  const viewerId = ViewerId.parse(nameOf(world, draft))
  return { kind: 'setPresence', input: { showId: SHOW, viewerId, present, agoMs } }
}

type OfferChange = Extract<AskedRequest, { kind: 'changeOffer' }>

function offerChange(world: World, { offer }: Draft, change: Partial<OfferChange['input']>): OfferChange {
  return { kind: 'changeOffer', input: { showId: SHOW, by: STAFF, offerId: pickOffer(world, offer), ...change } }
}

function saleOf({ model }: World, { units, pick }: Draft, n: number) {
  const last = model.state.sales.at(-1)
  return aSale(pick % 9 === 0 && last ? last.id : `s${n}`, {
    productId: pick % 4 === 0 ? CUP : SHIRT,
    priceMinor: pick % 13 === 0 ? 2000 : 1500,
    units: 2 * units + (pick % 6),
    perViewer: 2 + (pick % 4),
    countdownMs: pick % 3 === 0 ? 20_000 : 0,
    lengthMs: pick % 3 === 0 ? 60_000 : 900_000,
  })
}

/** Which of several with one deadline goes first is the server's choice: then all of them. */
function smallLimit({ model: { state }, now }: World): number {
  const deadlines = state.holds.filter((hold) => isDue(hold, now)).map((hold) => hold.expiresAt)
  return new Set(deadlines).size === deadlines.length && hasFewDue(state, now) ? 3 : 500
}

/** Activities that are due are moved in the order in which they were told of. */
function hasFewDue({ activities }: ModelState, now: number): boolean {
  return activities.filter((activity) => isDueByClock(activity, now)).length <= 3
}
