// Templates of the shop: as many as there may be and one more, and each change of one refused for every reason there is.
import { MOST_TEMPLATES } from '@lantern/shared/features/templates/limits.ts'
import { type ActivityCast, poll } from './activityStory.ts'

const NONE = 'no-template-at-all'
const FIRST = 'a-template-0'

export async function tellOfTemplates({ owner, newId }: ActivityCast): Promise<void> {
  const activityId = newId()
  await owner('poll:make', poll(activityId, 'draft'))
  const save = (id: string, part: object = {}) =>
    owner('template:save', { id, version: 0, name: `Play ${id}`, activityId, ...part })
  for (let nth = 0; nth <= MOST_TEMPLATES; nth += 1) await save(`a-template-${nth}`)
  await save(FIRST, { activityId: 'nobody' })
  await save(FIRST, { version: 1, name: 'Play a-template-1' })
  await save(FIRST, { version: 2, name: 'Another' })
  await save(NONE, { version: 1 })
  await owner('template:rename', { id: NONE, version: 1, name: 'Another' })
  await owner('template:rename', { id: FIRST, version: 2, name: 'Another' })
  await owner('template:rename', { id: FIRST, version: 1, name: 'Play a-template-1' })
  await owner('template:rename', { id: FIRST, version: 1, name: 'Another' })
  await owner('template:list', {})
  await owner('template:remove', { id: FIRST, version: 1 })
  await owner('template:remove', { id: FIRST, version: 2 })
}
