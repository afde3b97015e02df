// Plays on a page without a picture: the cards that they are in the show, the latest first.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { RoomProps } from '../places.ts'
import './paper.css'
import { PlayCard } from './PlayCard.tsx'

interface OnPaperProps extends RoomProps {
  readonly kind: string
  readonly all: readonly ActivityLife[]
  /** They look as in the show; default: they are written on the paper. */
  readonly isInk?: boolean
}

export function OnPaper({ room, kind, all, isInk = false }: OnPaperProps) {
  if (all.length === 0) return null
  return (
    <div className="plays-on-paper" data-ink={isInk}>
      {all.toReversed().map((life) => (
        <PlayCard key={life.id} room={room} one={{ kind, life }} isOpen onFold={null} />
      ))}
    </div>
  )
}
