// template:list, template:save, template:rename and template:remove.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { removeTemplate, renameTemplate } from './changeTemplate.ts'
import { listTemplates } from './readTemplates.ts'
import { saveTemplate } from './saveTemplate.ts'

export const list: Command<'template:list'> = async ({ store }) =>
  grant({ templates: await store.run(listTemplates, null) })

export const save: Command<'template:save'> = ({ store }, { person, showId }, input) =>
  store.run(saveTemplate, { showId, ...input, by: person.staffId })

export const rename: Command<'template:rename'> = ({ store }, { person }, input) =>
  store.run(renameTemplate, { ...input, by: person.staffId })

export const remove: Command<'template:remove'> = ({ store }, { person }, input) =>
  store.run(removeTemplate, { ...input, by: person.staffId })
