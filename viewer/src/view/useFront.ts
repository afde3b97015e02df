// The product in front, and one's own hold that its card shows.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../session.ts'
import { frontProductId } from './holds.ts'
import { useDeal } from './useDeal.ts'

export function useFront(room: RoomState): { readonly front: string | null; readonly shown: Hold | null } {
  const { holds } = useScene()
  const front = frontProductId(room, holds)
  const action = useDeal(room, front ?? '', 1_000)?.action ?? null
  return { front, shown: action !== null && 'hold' in action ? action.hold : null }
}
