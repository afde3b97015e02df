// Staff change what a show sells, before it is live and while it is: products, their order and their units, all of it or nothing.
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type ChangeRundown, MOST_OFFERS } from '@lantern/shared/contract/rundown.ts'
import type { Kysely } from 'kysely'
import { type Changed, changedIn, unchanged } from '../../../database/changed.ts'
import type { Job, JobContext } from '../../../database/database.ts'
import type { Schema, ShowRow } from '../../../database/schema.ts'
import { toLines } from '../../../database/toThings.ts'
import { appendEvent } from '../../../events/append.ts'
import { FEATURES } from '../../../features/feature.ts'
import type { RundownChanged } from '../../store.ts'
import { takeUnitsLeft } from '../allotting.ts'
import { chooseRundown, type Rundown, type RundownRefusal } from '../chosenRundown.ts'
import { type InUse, isNothing, planRundown, refusePlan, type RundownPlan } from './planRundown.ts'
import { type OfferDefaults, putOffers } from './putOffers.ts'
import { readState, type RundownState, toRundown } from './readRundown.ts'

interface Change extends ChangeRundown {
  readonly showId: ShowId
  readonly offers: OfferDefaults
  /** Null: by command. */
  readonly by: StaffId | null
}

export const changeRundown: Job<Change, Changed<RundownChanged>> = {
  name: 'store.changeRundown',
  kind: 'write',
  async work(db, change, context) {
    const { showId } = change
    // The ledger takes the same lock: nothing is held or paid meanwhile.
    const shows = db.selectFrom('shows').selectAll().where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    if (show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    const state = await readState(db, showId)
    const known = toRundown(show, state)
    const plan = planRundown(state, change.rundown)
    if (isNothing(plan)) return unchanged(grant(known))
    if (known.revision !== change.revision) return unchanged(refuse('RUNDOWN_CHANGED'))
    const decided = await decide(db, { show, state, plan }, context)
    if (!decided.ok) return unchanged(decided)
    await carryOut(db, { show, change, plan, added: decided.value }, context)
    return changedIn(grant(toRundown(show, await readState(db, showId))), showId)
  },
}

interface Planned {
  readonly show: ShowRow
  readonly state: RundownState
  readonly plan: RundownPlan
}

async function decide(
  db: Kysely<Schema>,
  { show, state, plan }: Planned,
  context: JobContext,
): Promise<Outcome<Rundown, RundownRefusal | 'CURRENCY_CHANGED' | 'PRODUCT_TAKEN' | 'SALE_RUNNING' | 'BELOW_TAKEN'>> {
  const refused = refusePlan(plan, await readInUse(db, show.id))
  if (!refused.ok) return refused
  const added = await chooseRundown(db, plan.added, context)
  if (!added.ok) return added
  const other = added.value.variants.find(({ currency }) => currency !== show.currency)
  if (other) return refuse('CURRENCY_CHANGED', { detail: { from: show.currency, to: other.currency } })
  const offers = state.offers.length - plan.removed.length + added.value.variants.length
  if (offers > MOST_OFFERS) return refuse('TOO_MANY_OFFERS', { detail: { most: MOST_OFFERS } })
  return (await refuseBeyond(db, plan, context)) ?? added
}

async function readInUse(db: Kysely<Schema>, showId: ShowId): Promise<InUse> {
  const held = new Map<string, number>()
  const open = db.selectFrom('holds').select('lines').where('show_id', '=', showId)
  const rows = await open.where('state', 'in', ['held', 'paying', 'authorised', 'paid']).execute()
  for (const { offerId, quantity } of rows.flatMap(({ lines }) => toLines(lines))) {
    held.set(offerId, (held.get(offerId) ?? 0) + quantity)
  }
  const sales = db.selectFrom('flash_sales').select('product_id').where('show_id', '=', showId)
  const running = await sales.where('ended_at', 'is', null).execute()
  return { held, onSale: new Set(running.map(({ product_id }) => product_id)) }
}

/** Units beyond what the offer has come from what no show has. */
async function refuseBeyond(db: Kysely<Schema>, { resized }: RundownPlan, context: JobContext) {
  const raised = resized.filter(({ offer, units }) => units > offer.allotted)
  if (raised.length === 0) return null
  const ids = raised.map(({ offer }) => offer.variant_id)
  const variants = await db.selectFrom('variants').selectAll().where(context.words.isOneOf('id', ids)).execute()
  const left = await takeUnitsLeft(db, variants, context)
  const most = ({ offer }: (typeof raised)[number]) => offer.allotted + (left.get(offer.variant_id) ?? 0)
  const short = raised.find((one) => one.units > most(one))
  if (short === undefined) return null
  return refuse('NOT_ENOUGH_LEFT', { detail: { variantId: short.offer.variant_id, left: most(short) } })
}

interface CarryOut {
  readonly show: ShowRow
  readonly change: Change
  readonly plan: RundownPlan
  readonly added: Rundown
}

async function carryOut(db: Kysely<Schema>, { show, change, plan, added }: CarryOut, context: JobContext) {
  const showId = show.id
  const actor = change.by === null ? 'setup' : `staff:${change.by}`
  const payload = {
    products: plan.order,
    added: plan.added.map(({ productId }) => productId),
    removed: [...new Set(plan.removed.map(({ product_id }) => product_id))],
    units: plan.resized.map(({ offer, units }) => ({ offerId: offer.id, units })),
  }
  const version = await appendEvent(db, { show, actor, type: 'rundown:changed', payload }, context)
  await withdraw(db, { show, plan, version, actor }, context)
  for (const { offer, units } of plan.resized) {
    const row = { allotted: units, free: units - offer.taken, version }
    await db.updateTable('offers').set(row).where('id', '=', offer.id).execute()
  }
  const units = new Map([...(await takeUnitsLeft(db, added.variants, context)), ...added.units])
  await putOffers(db, { showId, version, offers: change.offers, variants: added.variants, units }, context)
  await db.deleteFrom('show_products').where('show_id', '=', showId).execute()
  const rows = plan.order.map((id, index) => ({ show_id: showId, product_id: id, number: index + 1 }))
  if (rows.length > 0) await db.insertInto('show_products').values(rows).execute()
  for (const [, { changeRundown: followed }] of FEATURES) await followed?.(db, { showId, version }, context)
}

interface Withdrawing {
  readonly show: ShowRow
  readonly plan: RundownPlan
  readonly version: number
  readonly actor: string
}

/** Nothing of them is taken. */
async function giveBackShared(db: Kysely<Schema>, removed: RundownPlan['removed']) {
  const sharing = removed.filter(({ shared }) => shared > 0)
  for (const { variant_id, allotted } of sharing.toSorted((a, b) => (a.variant_id < b.variant_id ? -1 : 1))) {
    const stock = db.updateTable('shared_stocks').where('variant_id', '=', variant_id)
    await stock.set((eb) => ({ free: eb('free', '+', allotted) })).execute()
  }
}

/** Nobody waits for it any more, and it stands in front of nobody. */
async function withdraw(db: Kysely<Schema>, { show, plan, version, actor }: Withdrawing, context: JobContext) {
  const ids = plan.removed.map(({ id }) => id)
  if (ids.length === 0) return
  const { words } = context
  await giveBackShared(db, plan.removed)
  const gone = { withdrawn: 1, allotted: 0, free: 0, waiting: 0, lapsed: 0, shared: 0, version } as const
  await db.updateTable('offers').set(gone).where(words.isOneOf('id', ids)).execute()
  const waiting = db.updateTable('waits').set({ state: 'closed', version }).where('state', '=', 'waiting')
  await waiting.where(words.isOneOf('offer_id', ids)).execute()
  const pins = await db
    .selectFrom('pins')
    .select('product_ids')
    .where('show_id', '=', show.id)
    .executeTakeFirstOrThrow()
  const pinned: readonly string[] = JSON.parse(pins.product_ids)
  const productIds = pinned.filter((id) => plan.order.some((kept) => kept === id))
  if (productIds.length === pinned.length) return
  const unpinned = await appendEvent(db, { show, actor, type: 'pins:changed', payload: { productIds } }, context)
  const row = { product_ids: JSON.stringify(productIds), version: unpinned }
  await db.updateTable('pins').set(row).where('show_id', '=', show.id).execute()
}
