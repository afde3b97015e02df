// Jobs on sharers: becoming one with consent, stopping, and who there are.
import type { StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { Credit, SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { endConsent, keepConsent } from '../consents/consents.ts'
import type { Job, JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { attribute, type Bond } from '../domain/sharing/attribute.ts'
import { appendToShop } from '../events/append.ts'
import { wasErased } from '../database/erasure/erased.ts'
import { SHARERS } from './locks.ts'
import { readRules, readSharing } from './readSharing.ts'
import type { SharerRow } from './schema.ts'

export interface JoinSharer {
  /** Whose browser it is: what is bought there is the sharer's own. */
  readonly viewerId: ViewerId
  /** Null: no member of staff. */
  readonly staffId: StaffId | null
  readonly name: string
  /** The version of the text that was agreed to. */
  readonly consent: string
  /** In which it was read; absent: the page does not say. */
  readonly language?: Locale
}

/** Again it answers the sharer that there is, who goes on by the new name and consent. Staff decide who shares beside them. */
export const joinSharer: Job<JoinSharer, Outcome<SharerRow, 'SHARING_OFF' | 'SHARER_OVER'>> = {
  name: 'commission.joinSharer',
  kind: 'write',
  async work(db, { viewerId, staffId, name, consent, language = null }, context) {
    await context.words.lockNames(db, [SHARERS])
    const rules = await readRules(db)
    if (rules === null || !rules.rules.isOn) return refuse('SHARING_OFF')
    const known = await findSharer(db, { viewerId, staffId })
    if (known && known.over_at !== null) return refuse('SHARER_OVER')
    const given = { viewerId, ...SHARING, version: consent, language }
    if (known) {
      if (staffId === null) await keepConsent(db, given, context)
      return grant(await rename(db, known, { name, consent }))
    }
    const isErased = await wasErased(db, viewerId)
    if (isErased && staffId === null) return refuse('SHARER_OVER')
    const row = await toNew(db, { viewerId, staffId, name, consent, isErased }, context)
    const payload = { sharerId: row.id, upperId: row.upper_id, consent, staffId }
    const actor = staffId === null ? `viewer:${viewerId}` : `staff:${staffId}`
    await appendToShop(db, { actor, type: 'sharer:joined', payload }, context)
    await db.insertInto('sharers').values(row).execute()
    if (staffId === null) await keepConsent(db, given, context)
    return grant(row)
  },
}

const SHARING = { purpose: 'share', about: '' } as const

type Whose = Pick<JoinSharer, 'viewerId' | 'staffId'>

export function findSharer(db: Kysely<Schema>, { viewerId, staffId }: Whose): Promise<SharerRow | undefined> {
  const all = db.selectFrom('sharers').selectAll()
  const own = staffId === null ? all.where('viewer_id', '=', viewerId) : all.where('staff_id', '=', staffId)
  return own.executeTakeFirst()
}

/** Whether somebody earns by links now. */
export async function findSharing(
  db: Kysely<Schema>,
  id: SharerId,
): Promise<Outcome<SharerRow, 'SHARING_OFF' | 'SHARER_OVER'>> {
  const rules = await readRules(db)
  if (rules === null || !rules.rules.isOn) return refuse('SHARING_OFF')
  const row = await db.selectFrom('sharers').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined || row.over_at !== null ? refuse('SHARER_OVER') : grant(row)
}

async function rename(
  db: Kysely<Schema>,
  known: SharerRow,
  said: Pick<JoinSharer, 'name' | 'consent'>,
): Promise<SharerRow> {
  await db.updateTable('sharers').set(said).where('id', '=', known.id).execute()
  return { ...known, ...said }
}

interface NewSharer extends JoinSharer {
  readonly isErased: boolean
}

/** A browser of staff that is some sharer's already stays theirs, and one that was erased is nobody's. */
async function toNew(db: Kysely<Schema>, asked: NewSharer, context: JobContext): Promise<SharerRow> {
  const { viewerId, staffId, name, consent, isErased } = asked
  const isOthers = staffId !== null && (await findSharer(db, { viewerId, staffId: null })) !== undefined
  const joined_at = await context.now()
  return {
    id: SharerId.parse(context.newId()),
    viewer_id: isErased || isOthers ? null : viewerId,
    staff_id: staffId,
    name,
    upper_id: staffId === null ? await findUpper(db, viewerId, context) : null,
    joined_at,
    consent,
    over_at: null,
    key_no: 1,
    device: null,
    code: null,
    code_until: 0,
    code_tries: 0,
  }
}

/** Whoever brought them is above them for good: a new sharer has nobody below, so that no circle closes. */
async function findUpper(db: Kysely<Schema>, viewerId: ViewerId, { words, now }: JobContext): Promise<SharerId | null> {
  const bonds = await readBonds(db, viewerId)
  const brought = { viewerIds: [viewerId], vias: [], bound: bonds.map(({ sharerId }) => sharerId) }
  const { rules, clicks, sharers } = await readSharing({ db, words }, brought)
  if (rules === null) return null
  const known = [...sharers.values()].map((row) => ({
    id: row.id,
    upperId: row.upper_id,
    isOver: row.over_at !== null,
    isBuyer: row.viewer_id === viewerId,
  }))
  const people = new Map(known.map((sharer) => [sharer.id, sharer]))
  const came = { now: await now(), clicks: clicks.get(viewerId) ?? [], bonds, sharers: people }
  return attribute(came, rules.rules)?.sharerId ?? null
}

/** What was bought binds as it does when a hold is granted. */
async function readBonds(db: Kysely<Schema>, viewerId: ViewerId): Promise<Bond[]> {
  const holds = db.selectFrom('holds').select(['credit', 'granted_at']).where('viewer_id', '=', viewerId)
  const bought = await holds.where('state', '=', 'paid').where('credit', 'is not', null).execute()
  return bought.flatMap(({ credit, granted_at }) => {
    if (credit === null) return []
    const { sharerId, link } = Credit.parse(JSON.parse(credit))
    return [{ sharerId, link, at: granted_at }]
  })
}

interface EndSharer {
  readonly sharerId: SharerId
  /** Who of the staff; null: the sharer. */
  readonly by: StaffId | null
}

/** Links count for nobody any more, the page still opens: what was earned is shown and paid. Safe to repeat. */
export const endSharer: Job<EndSharer, Outcome<SharerRow, 'SHARER_NOT_FOUND'>> = {
  name: 'commission.endSharer',
  kind: 'write',
  work: endSharerWithin,
}

/** Within the caller's transaction. */
export async function endSharerWithin(
  db: Kysely<Schema>,
  { sharerId, by }: EndSharer,
  context: JobContext,
): Promise<Outcome<SharerRow, 'SHARER_NOT_FOUND'>> {
  await context.words.lockNames(db, [SHARERS])
  const known = await db.selectFrom('sharers').selectAll().where('id', '=', sharerId).executeTakeFirst()
  if (known === undefined) return refuse('SHARER_NOT_FOUND')
  if (known.over_at !== null) return grant(known)
  const actor = by === null ? `sharer:${sharerId}` : `staff:${by}`
  await appendToShop(db, { actor, type: 'sharer:over', payload: { sharerId } }, context)
  const over_at = await context.now()
  await db.updateTable('sharers').set({ over_at }).where('id', '=', sharerId).execute()
  const { viewer_id: viewerId, staff_id } = known
  // Whom staff end has taken nothing back.
  if (by === null && viewerId !== null && staff_id === null) await endConsent(db, { viewerId, ...SHARING }, over_at)
  return grant({ ...known, over_at })
}
