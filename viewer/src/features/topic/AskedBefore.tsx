// What the host asks those who wait for the show, on the paper of the waiting page.
import { PlayCard } from '../../plays/PlayCard.tsx'
import type { RoomProps } from '../../places.ts'

export function AskedBefore({ room }: RoomProps) {
  const asked = room.topics.filter(({ state }) => state !== 'cancelled')
  if (asked.length === 0) return null
  return (
    <div className="topics">
      {asked.toReversed().map((life) => (
        <PlayCard key={life.id} room={room} one={{ kind: 'topic', life }} isOpen onFold={null} />
      ))}
    </div>
  )
}
