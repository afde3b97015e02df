// The real ledger in the words of the reference one, so that both can be compared.
import { Hold } from '@lantern/shared/contract/things.ts'
import type { StaffOrder, FlashSale, Offer, Wait } from '@lantern/shared/contract/things.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Ledger } from '../../ledger.ts'
import type { InputOf, OutputOf } from '../../requests.ts'
import type { TestShop } from '../testShop.ts'
import { SHOW } from '../testShop.ts'
import { readLife, readPlays, refOf, revisionsIn, type Plays, viewPlays } from './comparePlays.ts'
import type { AskedKind, AskedRequest } from './kinds.ts'
import type { ModelState } from './state.ts'
import { granted, refused, viewHold, viewLine, viewOffer, viewOrder, viewPlace, viewSale } from './views.ts'
import type { Answer, View } from './views.ts'

type Ask = { readonly [K in AskedKind]: (ledger: Ledger, input: InputOf<K>) => Promise<OutputOf<K>> }

const ASK: Ask = {
  place: (ledger, input) => ledger.place(input),
  release: (ledger, input) => ledger.release(input),
  change: (ledger, input) => ledger.change(input),
  joinWaitlist: (ledger, input) => ledger.joinWaitlist(input),
  leaveWaitlist: (ledger, input) => ledger.leaveWaitlist(input).then(() => null),
  setPresence: (ledger, input) => ledger.setPresence(input).then(() => null),
  changeOffer: (ledger, input) => ledger.changeOffer(input),
  settleOrder: (ledger, input) => ledger.settleOrder(input),
  report: (ledger, input) => ledger.report(input),
  startSale: (ledger, input) => ledger.startSale(input),
  stopSale: (ledger, input) => ledger.stopSale(input),
  endShow: (ledger, input) => ledger.endShow(input),
  sweep: (ledger, { limit }) => ledger.sweep(limit),
  makeActivity: (ledger, input) => ledger.makeActivity(input),
  moveActivity: (ledger, input) => ledger.moveActivity(input),
  planActivity: (ledger, input) => ledger.planActivity(input),
  setFront: (ledger, input) => ledger.setFront(input),
  enter: (ledger, input) => ledger.enter(input),
}

/** The model's id of a hold. */
export type IdOf = (id: string) => string

type Reading = { readonly [K in AskedKind]: (output: OutputOf<K>, idOf: IdOf) => Answer }

const ofHold = (outcome: Outcome<Hold>, idOf: IdOf) => readOutcome(outcome, idOf, (hold) => readHold(hold, idOf))

const READ: Reading = {
  place: ofHold,
  release: ofHold,
  change: ofHold,
  joinWaitlist: (outcome, idOf) => readOutcome(outcome, idOf, readWait),
  leaveWaitlist: () => null,
  setPresence: () => null,
  changeOffer: (outcome, idOf) => readOutcome(outcome, idOf, readOffer),
  settleOrder: (outcome, idOf) => readOutcome(outcome, idOf, (order) => readOrder(order, idOf)),
  report: ofHold,
  startSale: (outcome, idOf) => readOutcome(outcome, idOf, readSale),
  stopSale: (outcome, idOf) => readOutcome(outcome, idOf, readSale),
  endShow: (outcome, idOf) => readOutcome(outcome, idOf, ({ phase, endedAt }) => ({ phase, endedAt })),
  sweep: (swept) => swept,
  makeActivity: (outcome, idOf) => readOutcome(outcome, idOf, readLife),
  moveActivity: (outcome, idOf) => readOutcome(outcome, idOf, readLife),
  planActivity: (outcome, idOf) => readOutcome(outcome, idOf, readLife),
  setFront: (outcome, idOf) => readOutcome(outcome, idOf, ({ activityId }) => ({ activityId })),
  enter: (outcome, idOf) => readOutcome(outcome, idOf, ({ no, entry }) => ({ no, entry })),
}

/** Asks at once; what is answered is read when the model's ids are known. */
export function ask<K extends AskedKind>(
  ledger: Ledger,
  { kind, input }: AskedRequest<K>,
): Promise<(idOf: IdOf) => Answer> {
  return ASK[kind](ledger, input).then((output) => (idOf) => READ[kind](output, idOf))
}

function readOutcome<Value>(outcome: Outcome<Value>, idOf: IdOf, read: (value: Value) => View): View {
  if (outcome.ok) return granted(read(outcome.value))
  const { free, taken, hold, priceMinor, state, most, progress } = outcome.detail ?? {}
  return refused(outcome.code, {
    ...(outcome.retryAfterMs !== undefined && { retryAfterMs: outcome.retryAfterMs }),
    ...(free !== undefined && { free }),
    ...(taken !== undefined && { taken }),
    ...(priceMinor !== undefined && { priceMinor }),
    ...(state !== undefined && { state }),
    ...(most !== undefined && { most }),
    ...(progress !== undefined && { progress }),
    ...(hold !== undefined && { hold: readHold(Hold.parse(hold), idOf) }),
  })
}

function readHold(hold: Hold, idOf: IdOf): View {
  const { state, totalMinor, grantedAt, expiresAt, orderId, waited } = hold
  const lines = hold.lines.map(({ adjustments, ...line }) =>
    viewLine({ ...line, adjustments: adjustments.map(({ ref, ...more }) => ({ ...more, ref: refOf(ref, idOf) })) }),
  )
  return { id: idOf(hold.id), state, lines, totalMinor, grantedAt, expiresAt, orderId, waited }
}

function readWait({ offerId, saleId, quantity, joinedAt, state, ahead }: Wait): View {
  return { offerId, saleId, quantity, joinedAt, state, ahead }
}

function readOffer(offer: Offer): View {
  const { id, allotted, free, taken, paid, perViewer, policy, holdMs, lapsed, waiting } = offer
  return { id, allotted, free, taken, paid, perViewer, policy, holdMs, lapsed, waiting }
}

function readSale(sale: FlashSale): View {
  const { id, allotted, free, taken, paid, priceMinor, perViewer, opensAt, closesAt, endedAt, endReason } = sale
  return { id, allotted, free, taken, paid, priceMinor, perViewer, opensAt, closesAt, endedAt, endReason }
}

function readOrder(order: StaffOrder, idOf: IdOf): View {
  const { orderId, holdId, amountMinor, state, matter, refund, askedMinor = 0 } = order
  return { orderId, holdId: idOf(holdId), amountMinor, state, matter, refund, askedMinor }
}

export type Whole = Readonly<Record<'show' | 'holds' | 'offers' | 'places' | 'orders' | 'sales', readonly View[]>> &
  Plays

const byId = (a: View, b: View) => (String(a['id']) < String(b['id']) ? -1 : 1)
const byOrder = (a: View, b: View) => (`${a['holdId']} ${a['orderId']}` < `${b['holdId']} ${b['orderId']}` ? -1 : 1)

/** Everything a reader finds in the database, holds by way of the event log; and the revisions of activities. */
export async function readWhole(
  { store, clock }: TestShop,
  idOf: IdOf,
): Promise<{ whole: Whole; revisions: ReadonlyMap<string, number> }> {
  const room = await store.readRoom(SHOW)
  const all = await store.readRoomSince(SHOW, 0)
  const { holds = [] } = all.desk
  const whole = {
    show: room ? [{ crowd: room.room.show.crowd }] : [],
    holds: holds.map((hold) => readHold(hold, idOf)).sort(byId),
    offers: (room?.room.offers ?? []).map(readOffer).sort(byId),
    places: (room?.inner.line ?? []).map(({ viewerId, offerId, saleId, quantity, joinedAt }) => {
      return { viewerId, offerId, saleId, quantity, joinedAt }
    }),
    orders: (room?.desk.orders ?? []).map((order) => readOrder(order, idOf)).sort(byOrder),
    sales: room?.room.sale ? [readSale(room.room.sale)] : [],
    front: room ? [{ activityId: room.room.front.activityId }] : [],
    ...readPlays(all, { idOf, now: clock.now() }),
  }
  return { whole, revisions: revisionsIn(all) }
}

/** The same of the model; of orders and sales what a room shows. */
export function viewWhole(state: ModelState, shown: Whole): Whole {
  const isShown = (order: View) =>
    shown.orders.some((each) => each['orderId'] === order['orderId'] && each['holdId'] === order['holdId'])
  const orders = state.orders.map(viewOrder)
  return {
    show: [{ crowd: state.crowd }],
    holds: state.holds.map(viewHold).sort(byId),
    offers: state.offers.map((offer) => viewOffer(state, offer)),
    places: state.places.map((place) => ({ viewerId: place.viewerId, ...viewPlace(place) })),
    orders: orders.filter((order) => orders.length <= shown.orders.length || isShown(order)).sort(byOrder),
    ...viewPlays(state),
    sales: state.sales.filter((sale) => sale.id === shown.sales[0]?.['id']).map((sale) => viewSale(state, sale)),
  }
}
