// Jobs that rename a template and remove one.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Template, TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { nameKey } from '@lantern/shared/features/templates/nameKey.ts'
import type { Job } from '../../database/database.ts'
import { appendToShop, lockShop } from '../../events/append.ts'
import { isTaken } from './isTaken.ts'
import { findTemplate, toTemplate } from './readTemplates.ts'
import { within } from './tables.ts'

export interface ChangeTemplate {
  readonly id: TemplateId
  /** Of the one that they have seen. */
  readonly version: number
  readonly by: StaffId
}

export interface RenameTemplate extends ChangeTemplate {
  readonly name: string
}

export const renameTemplate: Job<
  RenameTemplate,
  Outcome<Template, 'TEMPLATE_NOT_FOUND' | 'TEMPLATE_CHANGED' | 'TEMPLATE_NAME_TAKEN'>
> = {
  name: 'templates.renameTemplate',
  kind: 'write',
  async work(db, asked, context) {
    await lockShop(db, context)
    const { id, name, version, by } = asked
    const known = await findTemplate(db, id)
    if (!known) return refuse('TEMPLATE_NOT_FOUND')
    if (known.name === name) return grant(await toTemplate(db, known))
    if (known.version !== version) return refuse('TEMPLATE_CHANGED')
    if (await isTaken(db, asked)) return refuse('TEMPLATE_NAME_TAKEN')
    const change = { name, name_key: nameKey(name), version: version + 1 }
    await within(db).updateTable('templates').set(change).where('id', '=', id).execute()
    await appendToShop(db, { actor: `staff:${by}`, type: 'template:renamed', payload: { id, name } }, context)
    return grant(await toTemplate(db, { ...known, ...change }))
  },
}

/** One that is gone already is removed. */
export const removeTemplate: Job<ChangeTemplate, Outcome<{ id: TemplateId }, 'TEMPLATE_CHANGED'>> = {
  name: 'templates.removeTemplate',
  kind: 'write',
  async work(db, { id, version, by }, context) {
    await lockShop(db, context)
    const known = await findTemplate(db, id)
    if (!known) return grant({ id })
    if (known.version !== version) return refuse('TEMPLATE_CHANGED')
    await within(db).deleteFrom('templates').where('id', '=', id).execute()
    await appendToShop(db, { actor: `staff:${by}`, type: 'template:removed', payload: { id } }, context)
    return grant({ id })
  },
}
