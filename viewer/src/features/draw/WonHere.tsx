// What the viewer has won in a show that is over: still to be claimed, or how they said that they are reached.
import { OnPaper } from '../../plays/OnPaper.tsx'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'

export function WonHere({ room }: RoomProps) {
  const { wins } = useScene().view.own
  const own = new Set(wins.flatMap(({ activityId, state }) => (state === 'expired' ? [] : activityId)))
  return <OnPaper room={room} kind="draw" isInk all={room.draws.filter(({ id }) => own.has(id))} />
}
