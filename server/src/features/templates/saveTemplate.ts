// Job that saves a play of a show as a template, as a new one or in the place of one.
import type { ActivityId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Template, TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { MOST_TEMPLATES } from '@lantern/shared/features/templates/limits.ts'
import { nameKey } from '@lantern/shared/features/templates/nameKey.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop, lockShop } from '../../events/append.ts'
import { isTaken } from './isTaken.ts'
import { findTemplate, toTemplate } from './readTemplates.ts'
import { type TemplateRow, within } from './tables.ts'

export interface SaveTemplate {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly id: TemplateId
  readonly name: string
  /** 0: a new one; else that of the one in whose place it comes. */
  readonly version: number
  readonly by: StaffId
}

type Refused = 'ACTIVITY_NOT_FOUND' | ReplaceRefusal | 'TEMPLATE_NAME_TAKEN' | 'TOO_MANY_TEMPLATES'
type ReplaceRefusal = 'TEMPLATE_NOT_FOUND' | 'TEMPLATE_CHANGED'

/** Answers the one that there is where it is as was asked. */
export const saveTemplate: Job<SaveTemplate, Outcome<Template, Refused>> = {
  name: 'templates.saveTemplate',
  kind: 'write',
  async work(db, asked, context) {
    await lockShop(db, context)
    const { id, name, version, by } = asked
    const play = await readPlay(db, asked)
    if (play === null) return refuse('ACTIVITY_NOT_FOUND')
    const { openedAt, ...taken } = play
    const known = await findTemplate(db, id)
    if (known && isDone(known, { ...play, name, version })) return grant(await toTemplate(db, known))
    const refusal = known || version > 0 ? refuseReplacing(known, version) : await refuseNew(db)
    if (refusal) return refusal
    if (await isTaken(db, asked)) return refuse('TEMPLATE_NAME_TAKEN')
    const now = await context.now()
    const saved = { based_at: openedAt ?? now, saved_at: now, saved_by: by, version: version + 1 }
    const row: TemplateRow = { id, name, name_key: nameKey(name), ...taken, ...saved }
    await put(db, row)
    const payload = { id, name, kind: row.kind }
    await appendToShop(db, { actor: `staff:${by}`, type: 'template:saved', payload }, context)
    return grant(await toTemplate(db, row))
  },
}

/** Null: the show has no such play, or it was thrown away. */
async function readPlay(db: Kysely<Schema>, { showId, activityId }: SaveTemplate) {
  const plays = db.selectFrom('activities').innerJoin('shows', 'shows.id', 'activities.show_id')
  const one = plays.where('activities.id', '=', activityId).where('activities.show_id', '=', showId)
  const columns = ['kind', 'config', 'conditions', 'length_ms', 'opened_at', 'shows.currency'] as const
  const row = await one.where('activities.state', '!=', 'removed').select(columns).executeTakeFirst()
  if (row === undefined) return null
  const { kind, currency, config, conditions, length_ms: lengthMs, opened_at: openedAt } = row
  const terms = JSON.stringify({ ...JSON.parse(config), lengthMs, conditions: JSON.parse(conditions) })
  return { kind, currency, terms, openedAt }
}

/** A new one is also as old as it was when it was first asked for, whatever its play has done since. */
function isDone(known: TemplateRow, wanted: Wanted): boolean {
  const { version, name, kind, terms, currency, openedAt } = wanted
  if (known.name !== name || known.kind !== kind || known.terms !== terms) return false
  return version === 0 || (known.currency === currency && (openedAt === null || known.based_at === openedAt))
}

interface Wanted extends Pick<TemplateRow, 'version' | 'name' | 'kind' | 'terms' | 'currency'> {
  readonly openedAt: number | null
}

async function refuseNew(db: Kysely<Schema>) {
  const all = within(db).selectFrom('templates')
  const { n } = await all.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return Number(n) >= MOST_TEMPLATES ? refuse('TOO_MANY_TEMPLATES') : null
}

function refuseReplacing(known: TemplateRow | undefined, version: number) {
  if (!known) return refuse('TEMPLATE_NOT_FOUND')
  return known.version === version ? null : refuse('TEMPLATE_CHANGED')
}

async function put(db: Kysely<Schema>, row: TemplateRow): Promise<void> {
  const insert = within(db).insertInto('templates').values(row)
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}
