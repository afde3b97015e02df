// The parts of a place once they are there; until then it waits, as a lazy page does.
import { use } from 'react'
import type { Kind, Parts, Ready } from './features.ts'

interface Wanted<Places extends { readonly [P in keyof Places]: Kind }, P extends keyof Places> {
  readonly parts: Parts<Places>
  readonly place: P
  /** Only the one with this key. */
  readonly key?: string | undefined
}

export function useReady<Places extends { readonly [P in keyof Places]: Kind }, P extends keyof Places>(
  wanted: Wanted<Places, P>,
): readonly Ready<Places[P]>[] {
  const { parts, place, key } = wanted
  const here = parts.get(place, key)
  if (here !== null) return here
  use(parts.load(place, key))
  return parts.get(place, key) ?? []
}
