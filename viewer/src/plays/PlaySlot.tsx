// The place over the pinned card: one play in it, open or as a line.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { PlayCard } from './PlayCard.tsx'
import './plays.css'
import type { Plays } from './usePlays.ts'
import { usePlayNews } from './usePlayNews.ts'

interface PlaySlotProps {
  readonly room: RoomState
  readonly plays: Plays
}

export function PlaySlot({ room, plays: { placed, front, isOpen, fold } }: PlaySlotProps) {
  usePlayNews(room, front)
  if (placed === null) return null
  return (
    <div className="plays">
      <PlayCard key={placed.life.id} room={room} one={placed} isOpen={isOpen} onFold={fold} />
    </div>
  )
}
