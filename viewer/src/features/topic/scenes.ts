// The states of a topic for the design review.
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { Topic } from '@lantern/shared/features/topic/contract.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const PICKED = [
  { no: 3, name: 'kiki', text: 'Sage, everybody has sand by now' },
  { no: 9, name: 'river', text: 'Indigo, like the rim of the bowls' },
]
const LONG = {
  no: 12,
  name: '阿棠',
  text: '鼠尾草绿，沙色已经人手一件了；要是能再出一件宽一点的，我和我妹妹各要一件，最好赶在过年前发货，谢谢主播一直想着我们这些老顾客。',
}

const aTopic = (part: object = {}) =>
  Topic.parse({
    id: 'topic',
    kind: 'topic',
    state: 'open',
    opensAt: null,
    lengthMs: null,
    openedAt: NOW - 36_000,
    closesAt: null,
    closedAt: null,
    places: null,
    conditions: [],
    entries: 41,
    revision: 1,
    version: 1,
    question: 'Which colour for the next linen shirt?',
    picked: PICKED,
    ...part,
  })

function scene(one: Topic, { no, phase = 'live' }: { no?: number; phase?: 'live' | 'scheduled' } = {}): RoomView {
  const entry = {
    activityId: one.id,
    kind: 'topic',
    no,
    entry: { text: 'Sage, everybody has sand by now' },
    version: 2,
  }
  const shown = room({ topics: [one], front: { activityId: ActivityId.parse('topic'), version: 1 } })
  return view({
    room: { ...shown, show: { ...shown.show, phase } },
    own: { ...EMPTY_OWN, entries: no === undefined ? [] : [OwnEntry.parse(entry)] },
  })
}

export const SCENES: Readonly<Record<string, RoomView>> = {
  topic: scene(aTopic()),
  topicFirst: scene(aTopic({ entries: 0, picked: [] })),
  topicAnswered: scene(aTopic(), { no: 20 }),
  topicPicked: scene(aTopic({ picked: [...PICKED, LONG] }), { no: 3 }),
  topicOver: scene(aTopic({ state: 'settled', closedAt: NOW })),
  topicBefore: scene(aTopic(), { phase: 'scheduled' }),
  topicBeforeAnswered: scene(aTopic({ picked: [LONG] }), { phase: 'scheduled', no: 20 }),
}
