// Where the page and its features find what is put into a place, without knowing who put it there.
import type { Ready } from '@lantern/shared/ui/features.ts'
import { useReady } from '@lantern/shared/ui/useReady.ts'
import { createContext, useContext, useEffect, useState } from 'react'
import type { Parts, Places } from './places.ts'

export const PartsContext = createContext<Parts | null>(null)

function useAllParts(): Parts {
  const parts = useContext(PartsContext)
  if (parts === null) throw new Error('useParts is only for components of a page')
  return parts
}

export function useParts<P extends keyof Places>(place: P): readonly Ready<Places[P]>[] {
  return useReady({ parts: useAllParts(), place })
}

/** What is known of them without loading any. */
export function useListed<P extends keyof Places>(place: P) {
  return useAllParts().list(place)
}

/** One part, once it is there; until then null, and what is around it stays as it is. */
export function useLater<P extends keyof Places>(place: P, key: string | null): Ready<Places[P]> | null {
  const parts = useAllParts()
  const [, setArrived] = useState(0)
  const found = key === null ? [] : parts.get(place, key)
  const isMissing = found === null
  useEffect(() => {
    if (!isMissing || key === null) return
    let isOpen = true
    const look = () => isOpen && setArrived((times) => times + 1)
    parts.load(place, key).then(look, () => undefined)
    return () => {
      isOpen = false
    }
  }, [parts, place, key, isMissing])
  return found?.[0] ?? null
}
