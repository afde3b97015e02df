// Where the frame and features find what is put into a place, without knowing who put it there.
import { byRank, createParts, type Ready } from '@lantern/shared/ui/features.ts'
import { useReady } from '@lantern/shared/ui/useReady.ts'
import { createContext, useContext } from 'react'
import type { Feature, Places, Studio } from './places.ts'

export const StudioContext = createContext<Studio | null>(null)

export function createStudio(features: readonly Feature[]): Studio {
  return { parts: createParts<Places>(features), keys: byRank(features.flatMap(({ keys }) => keys ?? [])) }
}

export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (!studio) throw new Error('useStudio outside of the studio')
  return studio
}

export function useParts<P extends keyof Places>(place: P, key?: string): readonly Ready<Places[P]>[] {
  return useReady({ parts: useStudio().parts, place, key })
}
