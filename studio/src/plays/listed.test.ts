// In which group and order the desk has the plays of a show, whatever their kinds.
import { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { groupsOf, type Listed } from './listed.ts'

function aPlay(id: string, state: string): Listed {
  const times = { opensAt: null, lengthMs: null, openedAt: null, closesAt: null, closedAt: null }
  const rest = { places: null, conditions: [], entries: 0, revision: 1, version: 1 }
  return { kind: 'poll', life: ActivityLife.parse({ id, kind: 'poll', state, ...times, ...rest }) }
}

const idsOf = (all: readonly Listed[]) => all.map(({ life }) => String(life.id))

test('what runs is the latest first, what is kept stands as it was prepared, and what is over is below until it is put away', () => {
  const all = [
    aPlay('kept1', 'draft'),
    aPlay('over1', 'settled'),
    aPlay('soon', 'announced'),
    aPlay('open', 'open'),
    aPlay('kept2', 'draft'),
    aPlay('over2', 'closed'),
  ]
  const groups = groupsOf(all, ActivityId.parse('over1'))

  expect(idsOf(groups.going)).toEqual(['open', 'soon', 'over1'])
  expect(idsOf(groups.kept)).toEqual(['kept1', 'kept2'])
  expect(idsOf(groups.over)).toEqual(['over2'])
  expect(idsOf(groupsOf(all, null).over)).toEqual(['over2', 'over1'])
})
