// Jobs of share links: making and voiding them, where one leads, and what came of it.
import type { GroupId } from '@lantern/shared/contract/groups.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type Link, type LinkCode, LinkId, type LinkNumbers } from '@lantern/shared/features/links/contract.ts'
import { MOST_LINKS } from '@lantern/shared/features/links/limits.ts'
import { type Kysely, sql } from 'kysely'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema, ShowRow } from '../../database/schema.ts'
import { appendEvent } from '../../events/append.ts'
import { endLink, ownLink } from '../../sharing/links.ts'
import { type LinkRow, shopsLinks, within } from './tables.ts'

interface OfShow {
  readonly showId: ShowId
}

interface ByStaff extends OfShow {
  readonly id: LinkId
  readonly staffId: StaffId
}

export interface MakeLink extends ByStaff {
  readonly code: LinkCode
  readonly name: string
  readonly groupId: GroupId | null
}

/** A sharer's own, one for each show: staff do not see it among theirs, nor does it count towards their number. */
export interface MakeOwnLink extends OfShow {
  readonly sharerId: SharerId
  readonly code: LinkCode
}

const ownId = (sharerId: SharerId) => LinkId.parse(`of-${sharerId}`)

export const toLink = ({
  id,
  code,
  name,
  group_id: groupId,
  made_at: madeAt,
  voided_at: voidedAt,
  version,
}: LinkRow): Link => ({
  id,
  code,
  name,
  groupId,
  madeAt,
  voidedAt,
  version,
})

export const lockShow = (db: Kysely<Schema>, showId: ShowId, { words }: JobContext) =>
  words.lockRows(db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)).executeTakeFirst()

export const findLinkOf = (db: Kysely<Schema>, { showId, id }: Pick<ByStaff, 'showId' | 'id'>) =>
  within(db).selectFrom('links').selectAll().where('show_id', '=', showId).where('id', '=', id).executeTakeFirst()

export const findByCode = (db: Kysely<Schema>, code: LinkCode) =>
  within(db).selectFrom('links').selectAll().where('code', '=', code).executeTakeFirst()

interface Told extends OfShow {
  readonly id: LinkId
  /** `staff:<id>` or `sharer:<id>`. */
  readonly actor: string
  readonly show: Pick<ShowRow, 'id' | 'live_at'>
  readonly type: 'link:made' | 'link:voided'
  readonly code: LinkCode
  readonly groupId: GroupId | null
}

const tell = (db: Kysely<Schema>, { show, actor, type, ...payload }: Told, context: JobContext) => {
  const { id, code, groupId } = payload
  return appendEvent(db, { show, actor, type, payload: { id, code, groupId } }, context)
}

/** The same id again answers the link that there is. */
export const makeLink: Job<MakeLink, Changed<Outcome<Link, 'TOO_MANY_LINKS' | 'SHOW_NOT_FOUND'>>> = {
  name: 'links.makeLink',
  kind: 'write',
  async work(db, { name, staffId, ...asked }, context) {
    const { showId } = asked
    const show = await lockShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    const known = await findLinkOf(db, asked)
    if (known) return unchanged(grant(toLink(known)))
    const ofShow = shopsLinks(db, showId)
    const { n } = await ofShow.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    if (Number(n) >= MOST_LINKS) return unchanged(refuse('TOO_MANY_LINKS'))
    const row = await addLink(db, { ...asked, name, show, actor: `staff:${staffId}` }, context)
    return changedIn(grant(toLink(row)), showId)
  },
}

/** Again it answers the code that there is. */
export const makeOwnLink: Job<MakeOwnLink, Changed<Outcome<LinkCode, 'SHOW_NOT_FOUND'>>> = {
  name: 'links.makeOwnLink',
  kind: 'write',
  async work(db, { sharerId, ...asked }, context) {
    const { showId, code } = asked
    const show = await lockShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    const id = ownId(sharerId)
    const known = await findLinkOf(db, { showId, id })
    if (known) return unchanged(grant(known.code))
    // Without a name: the sharer's own stands with the sharer alone, and goes with them.
    await addLink(db, { ...asked, id, name: '', groupId: null, show, actor: `sharer:${sharerId}` }, context)
    await ownLink(db, { code, sharerId, showId, at: await context.now(), named: null })
    return changedIn(grant(code), showId)
  },
}

export type NewLink = Pick<MakeLink, 'showId' | 'id' | 'code' | 'name' | 'groupId'> & Pick<Told, 'show' | 'actor'>

export async function addLink(db: Kysely<Schema>, { name, ...made }: NewLink, context: JobContext): Promise<LinkRow> {
  const version = await tell(db, { ...made, type: 'link:made' }, context)
  const life = { made_at: await context.now(), voided_at: null, opens: 0, people: 0, previews: 0, version }
  const row = { id: made.id, code: made.code, show_id: made.showId, name, group_id: made.groupId, ...life }
  await within(db).insertInto('links').values(row).execute()
  return row
}

export const voidLink: Job<ByStaff, Changed<Outcome<Link, 'LINK_NOT_FOUND'>>> = {
  name: 'links.voidLink',
  kind: 'write',
  async work(db, { staffId, ...asked }, context) {
    const { showId } = asked
    const show = await lockShow(db, showId, context)
    const row = await findLinkOf(db, asked)
    if (!show || !row) return unchanged(refuse('LINK_NOT_FOUND'))
    if (row.voided_at !== null) return unchanged(grant(toLink(row)))
    const change = await markVoid(db, { row, show, actor: `staff:${staffId}` }, context)
    await endLink(db, row.code, change.voided_at)
    return changedIn(grant(toLink({ ...row, ...change })), showId)
  },
}

type Voiding = Pick<Told, 'show' | 'actor'> & { readonly row: LinkRow }

export async function markVoid(db: Kysely<Schema>, { row, show, actor }: Voiding, context: JobContext) {
  const { id, code, group_id: groupId } = row
  const told = { showId: show.id, id, code, groupId, show, actor, type: 'link:voided' } as const
  const change = { version: await tell(db, told, context), voided_at: await context.now() }
  await within(db).updateTable('links').set(change).where('code', '=', code).execute()
  return change
}

export interface Led extends OfShow {
  readonly isVoided: boolean
}

/** Null: there is no such link. */
export const findLink: Job<{ code: LinkCode }, Led | null> = {
  name: 'links.findLink',
  kind: 'read',
  async work(db, { code }) {
    const query = within(db).selectFrom('links').select(['show_id', 'voided_at']).where('code', '=', code)
    const row = await query.executeTakeFirst()
    return row === undefined ? null : { showId: row.show_id, isVoided: row.voided_at !== null }
  },
}

/** Of those who came by a link of the show while it counted. */
const holdsOf = (db: Kysely<Schema>, showId: ShowId) =>
  within(db)
    .selectFrom('links')
    .innerJoin('holds', 'holds.via', 'links.code')
    .where('links.show_id', '=', showId)
    .where('holds.show_id', '=', showId)
    .where((eb) => eb.or([eb('links.voided_at', 'is', null), eb('holds.granted_at', '<=', eb.ref('links.voided_at'))]))
    .groupBy('links.code')
    .select((eb) => ['links.code', eb.fn.countAll<number>().as('n')])

const countHolds = (db: Kysely<Schema>, showId: ShowId) => holdsOf(db, showId).execute()

const countOrders = (db: Kysely<Schema>, showId: ShowId) =>
  holdsOf(db, showId)
    .innerJoin('orders', 'orders.hold_id', 'holds.id')
    .where('orders.state', '=', 'paid')
    .where(({ eb, ref }) => eb('orders.back_minor', '<', ref('orders.amount_minor')))
    .select(sql<number>`sum(orders.amount_minor - orders.back_minor)`.as('minor'))
    .execute()

export const countLinks: Job<OfShow, LinkNumbers[]> = {
  name: 'links.countLinks',
  kind: 'read',
  async work(db, { showId }) {
    const links = await shopsLinks(db, showId).selectAll('links').execute()
    const held = new Map((await countHolds(db, showId)).map(({ code, n }) => [code, Number(n)]))
    const sold = new Map(
      (await countOrders(db, showId)).map(({ code, n, minor }) => [
        code,
        { orders: Number(n), paidMinor: Number(minor) },
      ]),
    )
    return links.map(({ id, code, opens, people, previews }) => ({
      id,
      opens: Number(opens),
      people: Number(people),
      previews: Number(previews),
      holds: held.get(code) ?? 0,
      ...(sold.get(code) ?? { orders: 0, paidMinor: 0 }),
    }))
  },
}
