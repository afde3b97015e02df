// What the host asks those who wait for the show, on the paper of the waiting page.
import { OnPaper } from '../../plays/OnPaper.tsx'
import type { RoomProps } from '../../places.ts'

export function AskedBefore({ room }: RoomProps) {
  return <OnPaper room={room} kind="topic" all={room.topics.filter(({ state }) => state !== 'cancelled')} />
}
