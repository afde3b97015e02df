// What the server does for templates of the shop.
export * as contract from '@lantern/shared/features/templates/contract.ts'
export { erasures, migrations } from './tables.ts'
import { removeTemplate, renameTemplate } from './changeTemplate.ts'
import { list, remove, rename, save } from './commands.ts'
import { listTemplates } from './readTemplates.ts'
import { saveTemplate } from './saveTemplate.ts'

export const jobs = [listTemplates, saveTemplate, renameTemplate, removeTemplate]

export const handlers = {
  'template:list': list,
  'template:save': save,
  'template:rename': rename,
  'template:remove': remove,
}
