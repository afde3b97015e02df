// The states of a list of testers for the design review.
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { TesterContact, Testers } from '@lantern/shared/features/testers/contract.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const aList = (part: object = {}) =>
  Testers.parse({
    id: 'testers',
    kind: 'testers',
    state: 'open',
    opensAt: null,
    lengthMs: 120_000,
    openedAt: NOW - 36_000,
    closesAt: NOW + 84_000,
    closedAt: null,
    places: 20,
    conditions: [],
    entries: 6,
    revision: 1,
    version: 1,
    title: 'Who tries the new hand cream for two weeks?',
    note: 'Write three sentences about it, with a picture.',
    productId: 'hand-cream-trio',
    ...part,
  })

interface Own {
  readonly isIn?: boolean
  readonly contact?: string
}

function scene(one: Testers, { isIn = false, contact }: Own = {}): RoomView {
  const entry = { activityId: one.id, kind: 'testers', no: 7, entry: {}, version: 2 }
  const said = { activityId: one.id, contact, consentedAt: NOW, version: 3 }
  return view({
    room: room({ testers: [one], front: { activityId: ActivityId.parse('testers'), version: 1 } }),
    own: {
      ...EMPTY_OWN,
      entries: isIn ? [OwnEntry.parse(entry)] : [],
      testerContacts: contact === undefined ? [] : [TesterContact.parse(said)],
    },
  })
}

export const SCENES: Readonly<Record<string, RoomView>> = {
  testers: scene(aList()),
  testersIn: scene(aList({ entries: 7 }), { isIn: true }),
  testersSaid: scene(aList({ entries: 7 }), { isIn: true, contact: 'kiki@example.org' }),
  testersGone: scene(aList({ entries: 20 })),
  testersLong: scene(
    aList({
      title: 'Geschirrspülmaschinenreinigungstablettenverpackung: wer testet sie für uns?',
      note: '请连用两周，写三句真心话，再拍一张照片发给我们。',
      productId: null,
      places: 100,
      conditions: [
        { is: 'watched', minutes: 5 },
        { is: 'bought', productId: 'hand-cream-trio' },
      ],
    }),
  ),
  testersOver: scene(aList({ state: 'settled', closedAt: NOW })),
  testersSoon: scene(aList({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000, entries: 0 })),
  testersCancelled: scene(aList({ state: 'cancelled', closedAt: NOW })),
}
