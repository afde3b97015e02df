// What is one viewer's own, and nobody else's, as it is kept and told.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { Wait } from '@lantern/shared/contract/things.ts'
import { expect, it } from 'vitest'
import { groupByViewer } from './facts.ts'
import { createOwnIndex } from './ownIndex.ts'

const [ann, bob] = [ViewerId.parse('ann'), ViewerId.parse('bob')]
const wait = (offerId: string, version: number) =>
  Wait.parse({ offerId, saleId: null, quantity: 1, state: 'waiting', joinedAt: 0, ahead: 0, version })
const rows = (viewerId: ViewerId, ...waits: Wait[]) => ({ viewerId, changes: { waits } })

it('keeps what each viewer has, newest last word', () => {
  const index = createOwnIndex([rows(ann, wait('o1', 1))])

  index.apply([rows(ann, wait('o1', 3)), rows(ann, wait('o1', 2)), rows(bob, wait('o2', 1))])

  expect(index.of(ann)).toEqual({ ...EMPTY_OWN, waits: [wait('o1', 3)] })
  expect(index.of(bob).waits).toEqual([wait('o2', 1)])
  expect(index.of(ViewerId.parse('new'))).toEqual(EMPTY_OWN)
})

it('tells each viewer once of all that changed of theirs', () => {
  const waits = new Map([[ann, [wait('o1', 1)]]])

  const told = groupByViewer({ holds: [], waits, own: [rows(ann, wait('o2', 1)), rows(bob, wait('o2', 1))] })

  expect([...told.keys()]).toEqual([ann, bob])
  expect(told.get(ann)?.waits?.map(({ offerId }) => offerId)).toEqual(['o1', 'o2'])
})
