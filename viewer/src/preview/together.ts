// Several plays in one room: the first scene as it is, and beside it the plays of others.
import type { RoomView } from '@lantern/shared/client/types.ts'

/** The slices of a room that are plays. */
export const PLAYS = ['polls', 'draws', 'redPackets', 'coupons', 'stepPrices', 'testers'] as const

export function together(first: RoomView, others: readonly RoomView[]): RoomView {
  return others.reduce(beside, first)
}

function beside(view: RoomView, other: RoomView): RoomView {
  if (view.room === null || other.room === null) return view
  const room = { ...view.room }
  for (const slice of PLAYS) Object.assign(room, { [slice]: [...room[slice], ...other.room[slice]] })
  const { entries, rewards, wins } = other.own
  const own = {
    ...view.own,
    entries: [...view.own.entries, ...entries],
    rewards: [...view.own.rewards, ...rewards],
    wins: [...view.own.wins, ...wins],
  }
  return { ...view, room, own }
}
