// The places that the viewer has on lists of testers, in a show that is over: the shop still has to know how to reach them.
import { OnPaper } from '../../plays/OnPaper.tsx'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'

export function ChosenHere({ room }: RoomProps) {
  const { entries } = useScene().view.own
  const own = new Set(entries.map(({ activityId }) => activityId))
  const all = room.testers.filter(({ id, state }) => own.has(id) && state !== 'cancelled')
  return <OnPaper room={room} kind="testers" isInk all={all} />
}
