// How a part of the side shows another of its tabs.
import { createContext, useContext } from 'react'

export interface Side {
  /** By the key of its part. */
  readonly open: (tab: string) => void
}

export const SideContext = createContext<Side | null>(null)

export function useSide(): Side {
  const side = useContext(SideContext)
  if (!side) throw new Error('useSide outside of the side')
  return side
}
