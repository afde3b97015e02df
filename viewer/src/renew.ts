// A page whose cookie stands for nobody any more loads once again, by which it is somebody new; it does not try for ever.
import type { RoomClient } from '@lantern/shared/client/types.ts'

export interface RenewedPage {
  readonly history: Pick<History, 'state' | 'replaceState'>
  readonly location: Pick<Location, 'href' | 'reload'>
  readonly now: () => number
}

/** A page that is refused again so soon keeps no cookies: another load would not help it. */
const ONCE_MS = 60_000
const MARK = 'renewedAt'

/** The entry of the history outlives the load, also where a browser lets pages keep nothing. */
function lastRenewal(state: unknown): number {
  if (typeof state !== 'object' || state === null || !(MARK in state)) return Number.NEGATIVE_INFINITY
  return typeof state[MARK] === 'number' ? state[MARK] : Number.NEGATIVE_INFINITY
}

export function renewWhenOver(
  client: Pick<RoomClient, 'getView' | 'subscribe'>,
  { history, location, now }: RenewedPage,
): () => void {
  let isDone = false
  return client.subscribe(() => {
    if (isDone || client.getView().refusal !== 'SESSION_OVER') return
    isDone = true
    const at = now()
    if (at - lastRenewal(history.state) < ONCE_MS) return
    const state: unknown = history.state
    history.replaceState({ ...(typeof state === 'object' ? state : null), [MARK]: at }, '', location.href)
    location.reload()
  })
}
