// A part of the desk that another may take the place of for a while, with its own state kept.
import { createContext, type ReactNode, useContext, useState } from 'react'

const CoverContext = createContext<((cover: ReactNode) => void) | null>(null)

/** What is under the cover is not drawn meanwhile. */
export function Cover({ children }: { readonly children: ReactNode }) {
  const [cover, setCover] = useState<ReactNode>(null)
  return <CoverContext value={setCover}>{cover ?? children}</CoverContext>
}

/** Null takes the cover away. */
export function useCover(): (cover: ReactNode) => void {
  const cover = useContext(CoverContext)
  if (!cover) throw new Error('useCover outside of a cover')
  return cover
}
