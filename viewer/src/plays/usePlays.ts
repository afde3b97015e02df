// The plays of a room and where each stands, with what the viewer folds and takes.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useState } from 'react'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useScene } from '../session.ts'
import { useListed } from '../useParts.ts'
import { type Choice, foldOf, frontOf, type Listed, type Places, placesOf, takeOf } from './pick.ts'

export interface Plays extends Places {
  readonly front: Listed | null
  readonly fold: () => void
  readonly take: (one: Listed) => void
}

export function usePlays(room: RoomState): Plays {
  const all = useAllPlays(room)
  const [choice, choose] = useState<Choice | null>(null)
  const frontId = room.front?.activityId ?? null
  const front = frontOf(all, frontId)
  const places = placesOf(all, frontId, choice)
  return { ...places, front, fold: () => choose(foldOf(places, front)), take: (one) => choose(takeOf(one, front)) }
}

/** What calls is looked at anew so often. */
const CALLS_EVERY_MS = 10_000

export function useAllPlays(room: RoomState): readonly Listed[] {
  const { session, view } = useScene()
  const now = useNow(session.client.clock, CALLS_EVERY_MS)
  return useListed('play').flatMap(({ key, listIn, callsFor }) => {
    const calling = new Set(callsFor?.(view.own, now))
    return listIn(room).map((life) => ({ kind: key, life, calls: calling.has(life.id) }))
  })
}
