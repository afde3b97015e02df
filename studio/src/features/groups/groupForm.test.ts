// What is typed of a group becomes what the server takes, or nothing.
import { PointId, SaveGroup } from '@lantern/shared/contract/groups.ts'
import { expect, test } from 'vitest'
import { groupOf, NEW_GROUP, tagsOf } from './groupForm.ts'

test('what is left empty is nothing', () => {
  const group = groupOf({ ...NEW_GROUP, name: ' Elm Street ' })

  expect(group).toEqual({
    ...{ name: 'Elm Street', messenger: 'whatsapp', theme: null, leader: null },
    ...{ tags: [], size: null, pointId: null },
  })
  expect(SaveGroup.safeParse(group).success).toBe(true)
})

test.each([
  ['no name', { name: '  ' }],
  ['a size that is no number', { name: 'Elm', size: 'many' }],
  ['a size below nothing', { name: 'Elm', size: '-3' }],
])('%s makes no group', (_, part) => {
  expect(groupOf({ ...NEW_GROUP, ...part })).toBeNull()
})

test('a size in full-width figures counts', () => {
  expect(groupOf({ ...NEW_GROUP, name: 'Elm', size: '３８' })).toMatchObject({ size: 38 })
})

test('tags are parted by the commas of each language, each once, as many as there may be', () => {
  expect(tagsOf('north, old，north、 ，晚上')).toEqual(['north', 'old', '晚上'])
  expect(tagsOf('a,b,c,d,e,f,g,h,i,j')).toHaveLength(8)
})

test('everything that is typed is taken over', () => {
  const pointId = PointId.parse('corner-bakery')
  const typed = {
    name: 'Elm',
    messenger: 'line',
    theme: 'neighbours',
    leader: 'Rosa',
    tags: 'north',
    size: '38',
  } as const

  expect(groupOf({ ...typed, pointId })).toEqual({ ...typed, tags: ['north'], size: 38, pointId })
})
