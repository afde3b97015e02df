// Jobs about a sharer's page itself: who comes to it, bound to the first device, void, and a pass for another device.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { decideOpening, type Opening } from '../../domain/boundPage.ts'
import { appendToShop } from '../../events/append.ts'
import { findSharing } from '../../sharing/people.ts'
import type { SharerRow } from '../../sharing/schema.ts'
import { isPageCode, sharerOf } from './pageCode.ts'

export interface FromDevice {
  readonly code: string
  /** By which codes are signed. */
  readonly key: string
  /** Null: it has no cookie of a sharer. */
  readonly deviceHash: string | null
}

export type EnterRefusal = 'SHARER_PAGE_GONE' | 'OTHER_PHONE'

type Asked = Pick<FromDevice, 'code' | 'key'>

const find = (db: Kysely<Schema>, id: SharerId) =>
  db.selectFrom('sharers').selectAll().where('id', '=', id).executeTakeFirst()

/** Who was erased has no page any more. */
const hasPage = (row: SharerRow) => row.viewer_id !== null || row.staff_id !== null

async function findByCode(db: Kysely<Schema>, { code, key }: Asked): Promise<SharerRow | null> {
  const sharerId = sharerOf(code)
  const row = sharerId === null ? undefined : await find(db, sharerId)
  if (row === undefined || !hasPage(row)) return null
  return isPageCode(key, { sharerId: row.id, keyNo: row.key_no }, code) ? row : null
}

export async function enterSharerPage(
  db: Kysely<Schema>,
  { deviceHash, ...asked }: FromDevice,
): Promise<Outcome<SharerRow, EnterRefusal>> {
  const row = await findByCode(db, asked)
  if (row === null) return refuse('SHARER_PAGE_GONE')
  return row.device !== null && row.device === deviceHash ? grant(row) : refuse('OTHER_PHONE')
}

interface Entering extends FromDevice {
  /** Only where they may bring somebody now. */
  readonly mayShare: boolean
}

export const enterPage: Job<Entering, Outcome<SharerId, EnterRefusal | 'SHARING_OFF' | 'SHARER_OVER'>> = {
  name: 'commission.enterPage',
  kind: 'read',
  async work(db, { mayShare, ...from }) {
    const entered = await enterSharerPage(db, from)
    if (!entered.ok) return entered
    const { id } = entered.value
    const sharing = mayShare ? await findSharing(db, id) : entered
    return sharing.ok ? grant(id) : sharing
  },
}

export const openSharerPage: Job<Asked & Opening, Outcome<null, EnterRefusal | 'PASS_WRONG'>> = {
  name: 'commission.openPage',
  kind: 'write',
  async work(db, { code, key, ...opening }, { now, words }) {
    await words.lockNames(db, [`sharer page ${sharerOf(code) ?? ''}`])
    const row = await findByCode(db, { code, key })
    if (row === null) return refuse('SHARER_PAGE_GONE')
    const before = { device: row.device, pass: row.code, passUntil: row.code_until, tries: row.code_tries }
    const { outcome, binding } = decideOpening(before, opening, await now())
    if (binding === null) return outcome
    const { device, pass, passUntil, tries } = binding
    const part = { device, code: pass, code_until: passUntil ?? 0, code_tries: tries }
    const update = db.updateTable('sharers').set(part).where('id', '=', row.id).where('key_no', '=', row.key_no)
    // Unless it was made void, or its sharer erased, meanwhile.
    const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
    return numUpdatedRows > 0n ? outcome : refuse('SHARER_PAGE_GONE')
  },
}

interface ByStaff {
  readonly id: SharerId
  readonly staffId: StaffId
}

export const findPage: Job<{ readonly id: SharerId }, Outcome<number, 'SHARER_PAGE_GONE'>> = {
  name: 'commission.findPage',
  kind: 'read',
  async work(db, { id }) {
    const row = await find(db, id)
    return row !== undefined && hasPage(row) ? grant(row.key_no) : refuse('SHARER_PAGE_GONE')
  },
}

/** Whoever had it sees nothing more; another address opens the next one. */
export const voidSharerPage: Job<ByStaff, Outcome<null, 'SHARER_PAGE_GONE'>> = {
  name: 'commission.voidPage',
  kind: 'write',
  async work(db, { id, staffId }, context) {
    await context.words.lockNames(db, [`sharer page ${id}`])
    const row = await find(db, id)
    if (row === undefined || !hasPage(row)) return refuse('SHARER_PAGE_GONE')
    const payload = { sharerId: id }
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'sharer:page_voided', payload }, context)
    const part = { key_no: row.key_no + 1, device: null, code: null, code_until: 0, code_tries: 0 }
    const update = db.updateTable('sharers').set(part).where('id', '=', id)
    await update.where('key_no', '=', row.key_no).execute()
    return grant(null)
  },
}

type NewPass = ByStaff & { readonly passHash: string; readonly lifeMs: number }

/** Answers until when it is good. */
export const passSharerPage: Job<NewPass, Outcome<number, 'SHARER_PAGE_GONE'>> = {
  name: 'commission.passPage',
  kind: 'write',
  async work(db, { id, staffId, passHash, lifeMs }, context) {
    await context.words.lockNames(db, [`sharer page ${id}`])
    const row = await find(db, id)
    if (row === undefined || !hasPage(row)) return refuse('SHARER_PAGE_GONE')
    const payload = { sharerId: id }
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'sharer:phone_let_in', payload }, context)
    const until = (await context.now()) + lifeMs
    const update = db.updateTable('sharers').set({ code: passHash, code_until: until, code_tries: 0 })
    await update.where('id', '=', id).where('key_no', '=', row.key_no).execute()
    return grant(until)
  },
}
