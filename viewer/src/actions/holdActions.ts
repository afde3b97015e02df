// What a viewer does in the room: hold, change, let go, stand in line. Remembers what replies told until the room says it, too.
import { asId, newTimedId } from '@lantern/shared/client/ids.ts'
import { createStore } from '@lantern/shared/client/store.ts'
import type { Store } from '@lantern/shared/client/store.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { CommentId, HoldId, OfferId } from '@lantern/shared/contract/ids.ts'
import type { Refusal } from '@lantern/shared/contract/refusals.ts'
import type { Hold, SeenLine } from '@lantern/shared/contract/things.ts'
import { mergeHolds } from '../view/holds.ts'
import { keepTrying } from './keepTrying.ts'

export interface Pending {
  readonly offerId: OfferId
  /** The first try got no answer and another is on its way. */
  readonly again: boolean
}

export interface HoldActionsView {
  readonly pending: Pending | null
  /** The hold that is being changed, or the offer whose line is being joined or left. */
  readonly busy: HoldId | OfferId | null
  /** Until when this viewer may hold nothing, on the server's clock; 0 when nothing forbids it. */
  readonly coolUntil: number
  /** How often a price was refused because it is dearer than the one that was shown. */
  readonly rose: number
  readonly holds: readonly Hold[]
  /** What came of own comments that were orders, by their id. */
  readonly bought: Readonly<Record<string, Bought>>
}

export type Told =
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'letGo' | 'joined' | 'leftLine' | 'reported' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface HoldActions {
  getView(): HoldActionsView
  subscribe(listener: () => void): () => void
  /** One tap: one hold, at most at the price that was seen. A tap while another is on its way does nothing. */
  hold(offerId: OfferId, priceMinor: number): Promise<void>
  /** A new quantity for a hold's first line. */
  change(hold: Hold, quantity: number): Promise<void>
  /** The same hold at its price without the coupon, which is the viewer's again. */
  leaveCoupon(hold: Hold): Promise<void>
  letGo(holdId: HoldId): Promise<void>
  joinLine(offerId: OfferId): Promise<void>
  leaveLine(offerId: OfferId): Promise<void>
  /** A comment was an order: its answer stays beside it, its holds are shown at once. */
  heard(commentId: CommentId, bought: Bought): void
}

interface Doing {
  readonly client: RoomClient
  readonly store: Store<HoldActionsView>
  readonly tell: (told: Told) => void
  /** Holds that were taken on without their coupon here: a change of them does not take one again. */
  readonly without: Set<HoldId>
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const noRush = { now: Date.now, wait, onAgain: () => undefined }

export function createHoldActions(client: RoomClient, tell: (told: Told) => void): HoldActions {
  const store = createStore<HoldActionsView>({
    pending: null,
    busy: null,
    coolUntil: 0,
    rose: 0,
    holds: [],
    bought: {},
  })
  const doing: Doing = { client, store, tell, without: new Set() }
  return {
    getView: store.get,
    subscribe: store.subscribe,
    hold: (offerId, priceMinor) => hold(doing, { offerId, quantity: 1, priceMinor }),
    change: (held, quantity) => alone(doing, held.id, () => change(doing, held, quantity)),
    leaveCoupon: (held) => alone(doing, held.id, () => leaveCoupon(doing, held)),
    letGo: (holdId) => letGo(doing, holdId),
    joinLine: (offerId) => alone(doing, offerId, () => joinLine(doing, offerId)),
    leaveLine: (offerId) => alone(doing, offerId, () => leaveLine(doing, offerId)),
    heard: (commentId, bought) => heard(doing, commentId, bought),
  }
}

async function hold(doing: Doing, line: SeenLine): Promise<void> {
  const { client, store, tell } = doing
  const { offerId } = line
  if (store.get().pending !== null) return
  store.patch({ pending: { offerId, again: false } })
  const command = { holdId: asId<HoldId>(newTimedId()), lines: [line] }
  const outcome = await keepTrying(() => client.send('hold:place', command), {
    ...noRush,
    onAgain: () => store.patch({ pending: { offerId, again: true } }),
  })
  store.patch({ pending: null })
  if (!outcome.ok) return refused(doing, outcome)
  keep(doing, outcome.value)
  tell({ kind: 'held', hold: outcome.value })
}

async function change(doing: Doing, { id, lines }: Hold, quantity: number): Promise<void> {
  const offerId = lines[0]?.offerId
  if (offerId === undefined) return
  const left = doing.without.has(id) ? { withoutCoupon: true } : {}
  const command = { holdId: id, lines: [{ offerId, quantity }], ...left }
  const outcome = await keepTrying(() => doing.client.send('hold:change', command), noRush)
  if (!outcome.ok) return refused(doing, outcome)
  keep(doing, outcome.value)
}

async function leaveCoupon(doing: Doing, { id, lines }: Hold): Promise<void> {
  const same = lines.map(({ offerId, quantity }) => ({ offerId, quantity }))
  const command = { holdId: id, lines: same, withoutCoupon: true }
  const outcome = await keepTrying(() => doing.client.send('hold:change', command), noRush)
  if (!outcome.ok) return refused(doing, outcome)
  doing.without.add(id)
  keep(doing, outcome.value)
}

async function letGo(doing: Doing, holdId: HoldId): Promise<void> {
  const outcome = await doing.client.send('hold:release', { holdId })
  if (!outcome.ok) return refused(doing, outcome)
  keep(doing, outcome.value)
  doing.tell({ kind: 'letGo' })
}

async function joinLine(doing: Doing, offerId: OfferId): Promise<void> {
  const outcome = await keepTrying(() => doing.client.send('waitlist:join', { offerId, quantity: 1 }), noRush)
  if (!outcome.ok) return refused(doing, outcome)
  doing.tell({ kind: 'joined' })
}

async function leaveLine(doing: Doing, offerId: OfferId): Promise<void> {
  const outcome = await keepTrying(() => doing.client.send('waitlist:leave', { offerId }), noRush)
  if (!outcome.ok) return refused(doing, outcome)
  doing.tell({ kind: 'leftLine' })
}

function heard({ client, store }: Doing, commentId: CommentId, bought: Bought): void {
  if (bought.refusal?.code === 'COOL_DOWN') coolDown({ client, store }, bought.refusal.retryAfterMs)
  const told = bought.kind === 'refused' ? [] : bought.holds
  const { holds, bought: before } = store.get()
  store.patch({ bought: { ...before, [commentId]: bought }, holds: mergeHolds(holds, told) })
}

/** One such act at a time: a second tap waits for the answer to the first. */
async function alone({ store }: Doing, busy: HoldId | OfferId, act: () => Promise<void>): Promise<void> {
  if (store.get().busy !== null) return
  store.patch({ busy })
  await act()
  store.patch({ busy: null })
}

function keep({ store }: Doing, told: Hold): void {
  store.patch({ holds: mergeHolds(store.get().holds, [told]) })
}

function refused({ client, store, tell }: Doing, refusal: Refusal): void {
  if (refusal.code === 'COOL_DOWN') coolDown({ client, store }, refusal.retryAfterMs)
  if (refusal.code === 'PRICE_ROSE') store.patch({ rose: store.get().rose + 1 })
  tell({ kind: 'refused', refusal })
}

function coolDown({ client, store }: Pick<Doing, 'client' | 'store'>, forMs: number | null = 0): void {
  store.patch({ coolUntil: client.clock.now() + (forMs ?? 0) })
}
