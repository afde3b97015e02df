// The room's latest view as React state.
import { useSyncExternalStore } from 'react'
import type { RoomClient, RoomView } from '../client/types.ts'

export function useRoom(client: RoomClient): RoomView {
  return useSyncExternalStore(client.subscribe, client.getView)
}
