// Whether the screen has room for products and comments beside the picture.
import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(min-width: 1000px)')

function subscribe(listener: () => void) {
  const list = query()
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches)
}
