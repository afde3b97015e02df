// One play as its kind tells it; null until the kind's own part has been loaded.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useScene } from '../session.ts'
import { useLater } from '../useParts.ts'
import { useWords } from '../useWords.ts'
import type { Listed } from './pick.ts'
import type { PlayView } from './play.tsx'

export function usePlayView(room: RoomState, one: Listed | null): PlayView | null {
  const words = useWords()
  const { entries } = useScene().view.own
  const part = useLater('play', one?.kind ?? null)
  if (one === null || part === null) return null
  const { id } = one.life
  const entry = entries.find(({ activityId }) => activityId === id) ?? null
  return part.play.viewOf({ id, room, words, entry })
}
