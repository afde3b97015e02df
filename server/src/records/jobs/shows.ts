// Jobs that make shows and move them on: creation, going live, pins, where the host is.
import type { ChosenProduct } from '@lantern/shared/contract/rundown.ts'
import type { ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { LocalText, Pins, Show } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { canMoveShow } from '../../domain/show.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { SHOP } from '../../events/stream.ts'
import { appendEvent } from '../../events/append.ts'
import { changedIn, unchanged } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import { toPins, toShow } from '../../database/toThings.ts'
import type { Schema, ShowRow } from '../../database/schema.ts'
import type { HostPlace } from '../store.ts'
import { takeUnitsLeft } from './allotting.ts'
import { FEATURES } from '../../features/feature.ts'
import { readSetting } from '../../shops/records/catalogue.ts'
import { readShopCurrency } from '../../shops/records/refreshes.ts'
import { chooseRundown, type Rundown, type RundownRefusal } from './chosenRundown.ts'
import { nextRundown } from './nextRundown.ts'
import { type OfferDefaults, putOffers } from './rundown/putOffers.ts'

interface CreateShow {
  readonly show: { readonly id: ShowId; readonly title: LocalText; readonly startsAt: number }
  readonly offers: OfferDefaults
}

export const createShow: Job<CreateShow, Changed<Show>> = {
  name: 'store.createShow',
  kind: 'write',
  async work(db, asked, context) {
    const known = await findShow(db, asked.show.id)
    return known ? unchanged(toShow(known)) : makeShow(db, { asked, rundown: null }, context)
  },
}

export const createChosenShow: Job<
  CreateShow & { readonly chosen: readonly ChosenProduct[] },
  Changed<Outcome<Show, RundownRefusal>>
> = {
  name: 'store.createChosenShow',
  kind: 'write',
  async work(db, { chosen, ...asked }, context) {
    const known = await findShow(db, asked.show.id)
    if (known) return unchanged(grant(toShow(known)))
    const rundown = await chooseRundown(db, chosen, context)
    if (!rundown.ok) return unchanged(rundown)
    const { value, showIds } = await makeShow(db, { asked, rundown: rundown.value }, context)
    return changedIn(grant(value), ...showIds)
  },
}

/** `rundown` null: the products of the catalogue, as far as they go. */
async function makeShow(
  db: Kysely<Schema>,
  { asked: { show, offers }, rundown }: { readonly asked: CreateShow; readonly rundown: Rundown | null },
  context: JobContext,
): Promise<Changed<Show>> {
  if (show.id === SHOP) throw new Error('no show may have the name of the shop’s stream')
  const currency = (await readSetting(db, 'currency')) ?? 'USD'
  const inShop = await readShopCurrency(db)
  const row: ShowRow = {
    id: show.id,
    title: JSON.stringify(show.title),
    shop_name: (await readSetting(db, 'shop_name')) ?? '',
    currency,
    phase: 'scheduled',
    created_at: await context.now(),
    starts_at: show.startsAt,
    live_at: null,
    ended_at: null,
    host: 'off',
    picture: 'shown',
    host_device: null,
    media_node: null,
    media_epoch: 0,
    crowd: 'on',
    shop_currency: inShop === currency ? null : inShop,
    version: 0,
  }
  const made = await insertNew(db, row)
  if (!made) return unchanged(toShow((await findShow(db, show.id)) ?? row))
  const version = await appendEvent(db, { show: row, actor: 'setup', type: 'show:created', payload: {} }, context)
  await db.updateTable('shows').set({ version }).where('id', '=', row.id).execute()
  await db.insertInto('pins').values({ show_id: row.id, product_ids: '[]', version }).execute()
  await fillRundown(db, { showId: row.id, version, offers, rundown }, context)
  for (const [, { beginShow }] of FEATURES) await beginShow?.(db, { showId: row.id, version }, context)
  return changedIn(toShow({ ...row, version }), row.id)
}

/** False: another process has just made it, and its transaction has ended. */
async function insertNew(db: Kysely<Schema>, row: ShowRow): Promise<boolean> {
  const insert = db
    .insertInto('shows')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
  return (await insert.returning('id').execute()).length === 1
}

interface Filling {
  readonly showId: ShowId
  readonly version: number
  readonly offers: OfferDefaults
  readonly rundown: Rundown | null
}

async function fillRundown(
  db: Kysely<Schema>,
  { showId, version, offers, rundown: chosen }: Filling,
  context: JobContext,
): Promise<void> {
  const { products, variants } = chosen ?? (await nextRundown(db))
  const rundown = products.map(({ id }, index) => ({ show_id: showId, product_id: id, number: index + 1 }))
  if (rundown.length > 0) await db.insertInto('show_products').values(rundown).execute()
  const units = new Map([...(await takeUnitsLeft(db, variants, context)), ...(chosen?.units ?? [])])
  await putOffers(db, { showId, version, offers, variants, units }, context)
}

export const goLive: Job<{ showId: ShowId; by: StaffId }, Changed<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>> = {
  name: 'store.goLive',
  kind: 'write',
  async work(db, { showId, by }, context) {
    const show = await findShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    if (show.phase === 'live') return unchanged(grant(toShow(show)))
    if (!canMoveShow(show.phase, 'live')) return unchanged(refuse('SHOW_ENDED'))
    const liveAt = await context.now()
    const live: ShowRow = { ...show, phase: 'live', live_at: liveAt }
    const version = await appendEvent(db, { show: live, actor: `staff:${by}`, type: 'show:live', payload: {} }, context)
    await db.updateTable('shows').set({ phase: 'live', live_at: liveAt, version }).where('id', '=', showId).execute()
    return changedIn(grant(toShow({ ...live, version })), showId)
  },
}

/** Everybody behind one address may hold what others leave, until the show ends. */
export const liftCrowd: Job<
  { showId: ShowId; by: StaffId },
  Changed<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>>
> = {
  name: 'store.liftCrowd',
  kind: 'write',
  async work(db, { showId, by }, context) {
    const show = await findShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    if (show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    if (show.crowd === 'lifted') return unchanged(grant(toShow(show)))
    const event = { show, actor: `staff:${by}`, type: 'crowd:lifted', payload: {} } as const
    const lifted: ShowRow = { ...show, crowd: 'lifted', version: await appendEvent(db, event, context) }
    const { crowd, version } = lifted
    await db.updateTable('shows').set({ crowd, version }).where('id', '=', showId).execute()
    return changedIn(grant(toShow(lifted)), showId)
  },
}

interface SetPins {
  readonly showId: ShowId
  readonly productIds: readonly ProductId[]
  readonly by: StaffId
}

type PinsOutcome = Outcome<Pins, 'PRODUCT_NOT_FOUND' | 'SHOW_NOT_FOUND' | 'SHOW_ENDED'>

export const setPins: Job<SetPins, Changed<PinsOutcome>> = {
  name: 'store.setPins',
  kind: 'write',
  async work(db, { showId, productIds, by }, context) {
    const show = await findShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    if (show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    const wanted = [...new Set(productIds)]
    const rundown = await db.selectFrom('show_products').select('product_id').where('show_id', '=', showId).execute()
    const known = new Set(rundown.map((row) => row.product_id))
    if (!wanted.every((id) => known.has(id))) return unchanged(refuse('PRODUCT_NOT_FOUND'))
    const pins = await db.selectFrom('pins').selectAll().where('show_id', '=', showId).executeTakeFirstOrThrow()
    const productList = JSON.stringify(wanted)
    if (pins.product_ids === productList) return unchanged(grant(toPins(pins)))
    const event = { show, actor: `staff:${by}`, type: 'pins:changed', payload: { productIds: wanted } } as const
    const version = await appendEvent(db, event, context)
    const row = { product_ids: productList, version }
    await db.updateTable('pins').set(row).where('show_id', '=', showId).execute()
    return changedIn(grant(toPins({ show_id: showId, ...row })), showId)
  },
}

export const setHost: Job<{ showId: ShowId; host: HostPlace }, Changed<void>> = {
  name: 'store.setHost',
  kind: 'write',
  async work(db, { showId, host }, context) {
    const show = await findShow(db, showId, context)
    if (!show || show.phase === 'ended') return unchanged(undefined)
    const isSame = show.host === host.status && show.picture === (host.picture ?? 'shown')
    if (isSame && show.media_node === host.mediaNode && !host.renew) return unchanged(undefined)
    await moveHost(db, { show, host }, context)
    return changedIn(undefined, showId)
  },
}

export const loseHostsOf: Job<{ mediaNode: string }, Changed<void>> = {
  name: 'store.loseHostsOf',
  kind: 'write',
  async work(db, { mediaNode }, context) {
    const query = db.selectFrom('shows').selectAll().where('media_node', '=', mediaNode).where('phase', '!=', 'ended')
    const shows = await context.words.lockRows(query.orderBy('id')).execute()
    for (const show of shows) {
      const status = show.host === 'off' ? 'off' : 'away'
      await moveHost(db, { show, host: { status, mediaNode, renew: true } }, context)
    }
    return changedIn(undefined, ...shows.map((show) => show.id))
  },
}

async function moveHost(
  db: Kysely<Schema>,
  { show, host }: { show: ShowRow; host: HostPlace },
  context: JobContext,
): Promise<void> {
  const row = {
    host: host.status,
    picture: host.picture ?? 'shown',
    host_device: host.device === undefined ? show.host_device : host.device,
    media_node: host.mediaNode,
    media_epoch: show.media_epoch + (host.renew ? 1 : 0),
  }
  const actor = `node:${host.mediaNode ?? ''}`
  const payload = { status: host.status, picture: row.picture, mediaEpoch: row.media_epoch }
  const event = { show, actor, type: 'host:changed', payload } as const
  const version = await appendEvent(db, event, context)
  await db
    .updateTable('shows')
    .set({ ...row, version })
    .where('id', '=', show.id)
    .execute()
}

function findShow(db: Kysely<Schema>, showId: ShowId, context?: JobContext): Promise<ShowRow | undefined> {
  const query = db.selectFrom('shows').selectAll().where('id', '=', showId)
  return (context ? context.words.lockRows(query) : query).executeTakeFirst()
}
