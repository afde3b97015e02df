// The states of a draw for the design review.
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { Draw, DrawWin } from '@lantern/shared/features/draw/contract.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const HASH = `3f9a${'0'.repeat(56)}c21e`
const HOURS_48 = 172_800_000
const entryId = (digit: string) => digit.repeat(32)
const seal = { commitment: HASH, round: 20_000_000, head: HASH }

const aDraw = (part: object = {}) =>
  Draw.parse({
    id: 'draw',
    kind: 'draw',
    state: 'open',
    opensAt: null,
    lengthMs: 300_000,
    openedAt: NOW - 48_000,
    closesAt: NOW + 252_000,
    closedAt: null,
    places: null,
    conditions: [],
    entries: 86,
    seal,
    revision: 1,
    version: 1,
    title: 'Three brass table lamps',
    productId: 'brass-lamp',
    worth: '¥459',
    winners: 3,
    claimMs: HOURS_48,
    drawn: null,
    ...part,
  })

const winner = (place: number, name: string | null, part: object = {}) => ({
  place,
  entryId: entryId(String(place)),
  name,
  state: 'won',
  until: NOW + HOURS_48,
  ...part,
})

interface Own {
  /** The digit of the own entry id; null: not in. */
  readonly entry?: string | null
  readonly win?: object | null
}

function scene(draw: Draw, { entry = null, win = null }: Own = {}): RoomView {
  const receipt = entry === null ? null : { entryId: entryId(entry), receipt: HASH }
  const mine = { activityId: 'draw', kind: 'draw', no: 87, entry: {}, receipt, version: 2 }
  const won = { activityId: 'draw', place: 1, state: 'won', until: NOW + HOURS_48, claimedAt: null, contact: null }
  return view({
    room: room({ draws: [draw], front: { activityId: ActivityId.parse('draw'), version: 1 } }),
    own: {
      ...EMPTY_OWN,
      entries: entry === null ? [] : [OwnEntry.parse(mine)],
      wins: win === null ? [] : [DrawWin.parse({ ...won, version: 1, ...win })],
    },
  })
}

const conditions = [
  { is: 'watched', minutes: 5 },
  { is: 'wrote', word: 'autumn' },
  { is: 'bought', productId: 'chilli-oil' },
]
const closed = { state: 'closed', entries: 87, closedAt: NOW - 2000 }
const over = { state: 'settled', entries: 87, closedAt: NOW - 60_000 }
const three = [winner(1, 'kiki'), winner(2, 'river'), winner(3, 'noodle')]
const many = Array.from({ length: 20 }, (_, nth) =>
  winner(nth + 1, nth === 3 ? 'a name that goes on and on' : `panda ${nth}`, { entryId: `${nth}`.padStart(32, 'c') }),
)
const hundred = Array.from({ length: 100 }, (_, nth) =>
  winner(nth + 1, `panda ${nth}`, { entryId: `${nth}`.padStart(32, 'd') }),
)
const claimed = { state: 'claimed', claimedAt: NOW, contact: { is: 'email', value: 'kiki@example.com' } }
const ranOut = [
  winner(1, 'kiki', { state: 'expired', until: NOW }),
  winner(2, 'river'),
  { ...winner(1, 'panda'), entryId: entryId('9') },
]

export const SCENES: Readonly<Record<string, RoomView>> = {
  draw: scene(aDraw({ conditions })),
  drawPlain: scene(aDraw({ entries: 0, winners: 1, worth: null })),
  drawIn: scene(aDraw({ entries: 87, conditions, closesAt: NOW + 42_000 }), { entry: 'b' }),
  drawInPlain: scene(aDraw({ entries: 87, closesAt: NOW + 42_000 }), { entry: 'b' }),
  drawSoon: scene(aDraw({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000, entries: 0 })),
  drawNoBeacon: scene(aDraw({ seal: { ...seal, round: null } })),
  drawLong: scene(
    aDraw({
      title: 'One of each of the wonderful things that we found on our travels, and tea',
      winners: 100,
      conditions,
    }),
  ),
  drawWaiting: scene(aDraw(closed), { entry: 'b' }),
  drawWaitingNoBeacon: scene(aDraw({ ...closed, seal: { ...seal, round: null } })),
  drawn: scene(aDraw({ ...over, drawn: three }), { entry: 'b' }),
  drawnOut: scene(aDraw({ ...over, drawn: three })),
  drawnMany: scene(aDraw({ ...over, winners: 20, drawn: many }), { entry: 'b' }),
  drawnErased: scene(aDraw({ ...over, drawn: [winner(1, null, { state: 'claimed' })], winners: 1 }), { entry: 'b' }),
  drawnWon: scene(aDraw({ ...over, drawn: three }), { entry: '1', win: {} }),
  drawnClaimed: scene(aDraw({ ...over, drawn: three }), { entry: '1', win: claimed }),
  drawnRanOut: scene(aDraw({ ...over, drawn: ranOut }), { entry: '1', win: { state: 'expired', until: NOW } }),
  drawnHundred: scene(aDraw({ ...over, winners: 100, drawn: hundred }), { entry: 'b' }),
  drawCancelled: scene(aDraw({ ...over, state: 'cancelled' }), { entry: 'b' }),
  drawnNobody: scene(aDraw({ ...over, entries: 0, drawn: [] })),
}
