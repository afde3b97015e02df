// When this page first knew its room, on the server's clock: what was there before came about elsewhere.
import type { RoomClient, RoomView, ServerClock } from '@lantern/shared/client/types.ts'

interface Opened extends Pick<RoomClient, 'subscribe'> {
  readonly clock: Pick<ServerClock, 'now'>
  getView(): Pick<RoomView, 'room'>
}

/** Answers null until then. */
export function watchOpened(client: Opened): () => number | null {
  let openedAt: number | null = null
  const look = () => {
    if (openedAt === null && client.getView().room !== null) openedAt = client.clock.now()
  }
  look()
  client.subscribe(look)
  return () => openedAt
}
