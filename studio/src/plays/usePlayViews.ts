// The plays of the show as their kinds tell them.
import { type DeskValue, useDesk } from '../desk/DeskContext.ts'
import { useParts, useStudio } from '../useParts.ts'
import { useWords } from '../words.ts'
import { groupsOf, type Listed, listedIn } from './listed.ts'
import type { PlayView } from './play.tsx'

export interface PlayViews {
  readonly going: readonly PlayView[]
  readonly kept: readonly PlayView[]
  readonly over: readonly PlayView[]
}

export function usePlayViews(): PlayViews {
  return usePlaysOf(useDesk())
}

/** Of any show that staff have joined. */
export function usePlaysOf({ desk, room }: Pick<DeskValue, 'desk' | 'room'>): PlayViews {
  const studio = useStudio()
  const plays = useParts('play')
  const { say, locale } = useWords()
  const groups = groupsOf(listedIn(studio.parts, desk), room.front?.activityId ?? null)
  const viewsOf = (all: readonly Listed[]) =>
    all.flatMap(({ kind, life: { id } }) => {
      const play = plays.find(({ key }) => key === kind)?.play
      return play?.viewOf({ id, desk, room, say, locale }) ?? []
    })
  return { going: viewsOf(groups.going), kept: viewsOf(groups.kept), over: viewsOf(groups.over) }
}
