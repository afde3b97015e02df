// A viewer as conditions of activities are asked about them: with what this process alone knows.
import type { Candidate } from '../domain/candidate.ts'
import type { RoomContext, Viewer, WatchingNow } from './command.ts'

export function candidateOf(
  watching: WatchingNow,
  { person, showId, via }: Pick<RoomContext<Viewer>, 'person' | 'showId' | 'via'>,
): Candidate {
  const { viewerId } = person
  return { showId, viewerId, via, watching: watching.openSpan(showId, viewerId) }
}
