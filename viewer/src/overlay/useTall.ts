// Whether the source is higher than wide, also after OBS has given it another size.
import { useSyncExternalStore } from 'react'

const tall = matchMedia('(orientation: portrait)')

function subscribe(listener: () => void): () => void {
  tall.addEventListener('change', listener)
  return () => tall.removeEventListener('change', listener)
}

export function useTall(): boolean {
  return useSyncExternalStore(subscribe, () => tall.matches)
}
