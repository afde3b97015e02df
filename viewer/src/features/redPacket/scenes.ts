// The states of a red packet for the design review.
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const aPacket = (part: object = {}) =>
  RedPacket.parse({
    id: 'packet',
    kind: 'redPacket',
    state: 'open',
    opensAt: null,
    lengthMs: 120_000,
    openedAt: NOW - 62_000,
    closesAt: NOW + 58_000,
    closedAt: null,
    places: 20,
    conditions: [],
    entries: 0,
    revision: 1,
    version: 1,
    greeting: null,
    how: 'lucky',
    currency: 'CNY',
    totalMinor: 20_000,
    leastMinor: 200,
    fromMinor: 9900,
    productIds: null,
    until: NOW + 7 * 86_400_000,
    givenMinor: 0,
    luckiest: null,
    goneAt: null,
    ...part,
  })

function scene(packet: RedPacket, amountMinor: number | null = null): RoomView {
  const entry = { activityId: packet.id, kind: 'redPacket', no: 9, entry: { amountMinor }, version: 2 }
  return view({
    room: room({ redPackets: [packet], front: { activityId: ActivityId.parse('packet'), version: 1 } }),
    own: { ...EMPTY_OWN, entries: amountMinor === null ? [] : [OwnEntry.parse(entry)] },
  })
}

const some = { entries: 13, givenMinor: 13_800, luckiest: { name: 'river', amountMinor: 2800 }, version: 9 }
const gone = { ...some, entries: 20, givenMinor: 20_000, goneAt: NOW - 21_000 }

export const SCENES: Readonly<Record<string, RoomView>> = {
  packet: scene(aPacket()),
  packetOpen: scene(aPacket(some), 1200),
  packetGone: scene(aPacket(gone)),
  packetMany: scene(
    aPacket({ places: 2000, entries: 700, totalMinor: 2_000_000, greeting: '谢谢一直在的各位，红包送上' }),
  ),
  packetFixed: scene(
    aPacket({ how: 'fixed', totalMinor: 20_000, ...some, luckiest: { name: 'river', amountMinor: 1000 } }),
    1000,
  ),
  packetOver: scene(aPacket({ ...some, state: 'settled', closedAt: NOW })),
  packetAsks: scene(
    aPacket({
      conditions: [
        { is: 'watched', minutes: 5 },
        { is: 'wrote', word: 'autumn' },
      ],
    }),
  ),
  packetAllGone: scene(
    aPacket({ ...gone, state: 'settled', closedAt: NOW, luckiest: { name: null, amountMinor: 2800 } }),
  ),
  packetGreets: scene(aPacket({ greeting: 'For everyone who stayed all of this long and lovely evening' })),
  packetCancelled: scene(aPacket({ ...some, state: 'cancelled', closedAt: NOW })),
  packetSoon: scene(aPacket({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000 })),
}
