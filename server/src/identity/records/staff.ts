// Jobs on staff, their sessions, and the secrets this shop signs with.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'
import type { SessionRow, StaffRow } from '../../database/schema.ts'
import type { SessionRecord, StaffRecord } from '../../records/store.ts'

export const saveStaff: Job<StaffRecord, void> = {
  name: 'store.saveStaff',
  kind: 'write',
  async work(db, { id, name, role, passwordHash }) {
    const row = { name, role, password_hash: passwordHash }
    // A new password ends what was opened with the old one.
    const renewed = db.selectFrom('staff').select('id').where('id', '=', id).where('password_hash', '!=', passwordHash)
    await db.deleteFrom('sessions').where('staff_id', 'in', renewed).execute()
    await db
      .insertInto('staff')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  },
}

export const findStaffByName: Job<{ name: string }, StaffRecord | null> = {
  name: 'store.findStaffByName',
  kind: 'read',
  async work(db, { name }) {
    return toStaff(await db.selectFrom('staff').selectAll().where('name', '=', name).executeTakeFirst())
  },
}

export const findStaffById: Job<{ id: StaffId }, StaffRecord | null> = {
  name: 'store.findStaffById',
  kind: 'read',
  async work(db, { id }) {
    return toStaff(await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst())
  },
}

export const listStaff: Job<null, Pick<StaffRecord, 'id' | 'name' | 'role'>[]> = {
  name: 'store.listStaff',
  kind: 'read',
  work: (db) => db.selectFrom('staff').select(['id', 'name', 'role']).orderBy('name').execute(),
}

function toStaff(row: StaffRow | undefined): StaffRecord | null {
  return row ? { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash } : null
}

export const saveSession: Job<SessionRecord, void> = {
  name: 'store.saveSession',
  kind: 'write',
  async work(db, { tokenHash, staffId, createdAt, seenAt }) {
    const row = { staff_id: staffId, created_at: createdAt, seen_at: seenAt }
    await db
      .insertInto('sessions')
      .values({ token_hash: tokenHash, ...row })
      .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(row))
      .execute()
  },
}

export const findSession: Job<{ tokenHash: string }, SessionRecord | null> = {
  name: 'store.findSession',
  kind: 'read',
  async work(db, { tokenHash }) {
    const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
    return row ? toSession(row) : null
  },
}

function toSession(row: SessionRow): SessionRecord {
  return { tokenHash: row.token_hash, staffId: row.staff_id, createdAt: row.created_at, seenAt: row.seen_at }
}

export const touchSession: Job<{ tokenHash: string; seenAt: number }, void> = {
  name: 'store.touchSession',
  kind: 'write',
  async work(db, { tokenHash, seenAt }) {
    await db.updateTable('sessions').set({ seen_at: seenAt }).where('token_hash', '=', tokenHash).execute()
  },
}

export const deleteSession: Job<{ tokenHash: string }, void> = {
  name: 'store.deleteSession',
  kind: 'write',
  async work(db, { tokenHash }) {
    await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
  },
}

export const findSecret: Job<{ name: string }, string | null> = {
  name: 'store.findSecret',
  kind: 'read',
  async work(db, { name }) {
    const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst()
    return row?.value ?? null
  },
}

/** Keeps the first value ever given under the name and answers it. */
export const keepSecret: Job<{ name: string; value: string }, string> = {
  name: 'store.keepSecret',
  kind: 'write',
  async work(db, { name, value }) {
    const insert = db.insertInto('secrets').values({ name, value })
    await insert.onConflict((conflict) => conflict.column('name').doNothing()).execute()
    const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow()
    return row.value
  },
}
