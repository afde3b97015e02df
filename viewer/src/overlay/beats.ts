// Tells the server every few seconds that the overlay is there, whether it is in the picture, and whether it draws.
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Source } from './source.ts'

/** The same as OVERLAY_BEAT_MS in the contract, whose schemas stay out of the page. */
const BEAT_MS = 5_000

export interface Beats {
  /** Idempotent. */
  close(): void
}

interface BeatsParts {
  readonly client: Pick<RoomClient, 'send' | 'getView' | 'subscribe'>
  readonly source: Pick<Source, 'getView' | 'subscribe'>
  /** Calls back with the next frame that is drawn. */
  readonly onNextFrame?: (drawn: () => void) => void
}

/** A beat at once when it joins or comes into the picture, then every 5 s. */
export function startBeats({ client, source, onNextFrame = requestAnimationFrame }: BeatsParts): Beats {
  let painted = false
  let joined = false
  const watchFrame = () => onNextFrame(() => (painted = true))

  const beat = () => {
    if (client.getView().status !== 'joined') return
    const told = painted
    painted = false
    watchFrame()
    void client.send('overlay:beat', { active: source.getView().active, painted: told })
  }
  const onRoom = () => {
    const before = joined
    joined = client.getView().status === 'joined'
    if (joined && !before) beat()
  }
  const stops = [client.subscribe(onRoom), source.subscribe(beat)]
  const timer = setInterval(beat, BEAT_MS)
  watchFrame()
  onRoom()
  return {
    close: () => {
      clearInterval(timer)
      for (const stop of stops) stop()
    },
  }
}
