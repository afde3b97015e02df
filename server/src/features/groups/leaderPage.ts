// Jobs about a leader's page itself: made, void, a pass for another phone, and bound to the phone that opens it.
import type { GroupId } from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { decideOpening, type Opening } from '../../domain/boundPage.ts'
import { appendToShop } from '../../events/append.ts'
import { type LeaderPageRow, within } from './tables.ts'

interface ByStaff {
  readonly id: GroupId
  readonly staffId: StaffId
}

const find = (db: Kysely<Schema>, id: GroupId) =>
  within(db).selectFrom('leader_pages').selectAll().where('group_id', '=', id).executeTakeFirst()

/** The page before, if there was one, is void with it. Nothing that opens it is told to the log. */
export const makeLeaderPage: Job<ByStaff & { readonly codeHash: string }, Outcome<null, 'GROUP_NOT_FOUND'>> = {
  name: 'groups.makeLeaderPage',
  kind: 'write',
  async work(db, { id, staffId, codeHash }, context) {
    const groups = within(db).selectFrom('chat_groups').select('id')
    const known = await groups.where('id', '=', id).executeTakeFirst()
    if (known === undefined) return refuse('GROUP_NOT_FOUND')
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'group:page_made', payload: { id } }, context)
    const life = { made_at: await context.now(), bound_at: null, device_hash: null }
    const row = { code_hash: codeHash, pass_hash: null, pass_until: null, tries: 0, ...life }
    const insert = within(db)
      .insertInto('leader_pages')
      .values({ group_id: id, ...row })
    await insert.onConflict((conflict) => conflict.column('group_id').doUpdateSet(row)).execute()
    return grant(null)
  },
}

/** Whoever had it sees nothing more. Safe to repeat. */
export const voidLeaderPage: Job<ByStaff, Outcome<null>> = {
  name: 'groups.voidLeaderPage',
  kind: 'write',
  async work(db, { id, staffId }, context) {
    if ((await find(db, id)) === undefined) return grant(null)
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'group:page_voided', payload: { id } }, context)
    await within(db).deleteFrom('leader_pages').where('group_id', '=', id).execute()
    return grant(null)
  },
}

type NewPass = ByStaff & { readonly passHash: string; readonly lifeMs: number }

/** Answers until when it is good. */
export const passLeaderPage: Job<NewPass, Outcome<number, 'LEADER_PAGE_GONE'>> = {
  name: 'groups.passLeaderPage',
  kind: 'write',
  async work(db, { id, staffId, passHash, lifeMs }, context) {
    if ((await find(db, id)) === undefined) return refuse('LEADER_PAGE_GONE')
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'group:phone_let_in', payload: { id } }, context)
    const until = (await context.now()) + lifeMs
    const update = within(db).updateTable('leader_pages').set({ pass_hash: passHash, pass_until: until, tries: 0 })
    await update.where('group_id', '=', id).execute()
    return grant(until)
  },
}

type OpenLeader = Opening & { readonly codeHash: string }

export const openLeaderPage: Job<OpenLeader, Outcome<null, 'LEADER_PAGE_GONE' | 'OTHER_PHONE' | 'PASS_WRONG'>> = {
  name: 'groups.openLeaderPage',
  kind: 'write',
  async work(db, { codeHash, ...opening }, { now, words }) {
    await words.lockNames(db, [`leader ${codeHash}`])
    const pages = within(db).selectFrom('leader_pages').selectAll()
    const page = await pages.where('code_hash', '=', codeHash).executeTakeFirst()
    if (page === undefined) return refuse('LEADER_PAGE_GONE')
    const at = await now()
    const before = { device: page.device_hash, pass: page.pass_hash, passUntil: page.pass_until, tries: page.tries }
    const { outcome, binding } = decideOpening(before, opening, at)
    if (binding === null) return outcome
    const { device: device_hash, pass: pass_hash, passUntil: pass_until, tries } = binding
    const part = { device_hash, pass_hash, pass_until, tries, ...(outcome.ok && { bound_at: at }) }
    const changed = await changeOf(db, page, part)
    return changed.ok ? outcome : changed
  },
}

/** Unless staff have made another page for the group meanwhile, or none. */
async function changeOf(
  db: Kysely<Schema>,
  { group_id, code_hash }: LeaderPageRow,
  part: Partial<LeaderPageRow>,
): Promise<Outcome<null, 'LEADER_PAGE_GONE'>> {
  const update = within(db).updateTable('leader_pages').set(part)
  const of = update.where('group_id', '=', group_id).where('code_hash', '=', code_hash)
  const { numUpdatedRows } = await of.executeTakeFirstOrThrow()
  return numUpdatedRows > 0n ? grant(null) : refuse('LEADER_PAGE_GONE')
}
