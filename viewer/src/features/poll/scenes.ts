// The states of a poll for the design review.
import { Poll } from '@lantern/shared/features/poll/contract.ts'
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const ANSWERS = [{ productId: 'stoneware-mug' }, { productId: 'brass-lamp' }, { productId: 'wool-throw' }]
const EIGHT = [
  ...ANSWERS,
  { productId: 'linen-shirt' },
  { productId: 'osmanthus-tea' },
  { text: 'A surprise', picture: null },
  { text: 'Something with chillies in it, please, as hot as it gets', picture: null },
  { text: '都可以，听您的', picture: null },
]

const aPoll = (part: object = {}) =>
  Poll.parse({
    id: 'poll',
    kind: 'poll',
    state: 'open',
    opensAt: null,
    lengthMs: 120_000,
    openedAt: NOW - 36_000,
    closesAt: NOW + 84_000,
    closedAt: null,
    places: null,
    conditions: [],
    entries: 0,
    revision: 1,
    version: 1,
    question: 'What goes on the table next, ¥20 off?',
    answers: ANSWERS,
    several: false,
    hidden: false,
    pinsWinner: true,
    votes: [0, 0, 0],
    result: null,
    ...part,
  })

interface Own {
  readonly choices?: readonly number[]
  readonly beside?: readonly Poll[]
}

function scene(poll: Poll, { choices = [], beside = [] }: Own = {}): RoomView {
  const entry = { activityId: poll.id, kind: 'poll', no: 1, entry: { choices }, version: 2 }
  return view({
    room: room({ polls: [poll, ...beside], front: { activityId: ActivityId.parse('poll'), version: 1 } }),
    own: { ...EMPTY_OWN, entries: choices.length === 0 ? [] : [OwnEntry.parse(entry)] },
  })
}

const counted = { entries: 94, votes: [47, 28, 19], version: 9 }
const over = { ...counted, state: 'settled', closedAt: NOW }
const won = { ...over, result: { winners: [0], pinned: 'stoneware-mug' } }
const other = aPoll({ id: 'other', question: 'Which colour of throw?', ...counted, closesAt: NOW + 252_000 })

export const SCENES: Readonly<Record<string, RoomView>> = {
  poll: scene(aPoll()),
  pollVoted: scene(aPoll(counted), { choices: [1] }),
  pollHidden: scene(aPoll({ ...counted, hidden: true, votes: null }), { choices: [1] }),
  pollEight: scene(aPoll({ answers: EIGHT, ...counted, votes: [30, 9, 8, 20, 10, 12, 2, 3], several: true }), {
    choices: [0, 5],
  }),
  pollLong: scene(
    aPoll({
      question:
        'Which of these wonderful things that we found on our travels through the mountains shall come next tonight?',
      answers: EIGHT.slice(3),
    }),
  ),
  pollWon: scene(aPoll(won), { choices: [1] }),
  pollTie: scene(aPoll({ ...over, votes: [40, 40, 14], result: { winners: [0, 1], pinned: null } }), { choices: [2] }),
  pollNobody: scene(aPoll({ ...over, entries: 0, votes: [0, 0, 0], result: { winners: [], pinned: null } })),
  pollTwo: scene(aPoll(counted), { beside: [other] }),
  pollAsks: scene(aPoll({ ...counted, conditions: [{ is: 'watched', minutes: 5 }, { is: 'notWon' }] })),
  pollCancelled: scene(aPoll({ ...over, state: 'cancelled' })),
  pollSoon: scene(aPoll({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000 })),
}
