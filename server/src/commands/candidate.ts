// A viewer as conditions of activities are asked about them: with what this process alone knows.
import type { Candidate } from '../domain/candidate.ts'
import type { Ports, RoomContext, Viewer } from './command.ts'

/** What an address says of a link is anybody's word: only what this shop has signed is one that was shared. */
export async function candidateOf(
  { links, watching }: Pick<Ports, 'links' | 'watching'>,
  { person, showId, via }: Pick<RoomContext<Viewer>, 'person' | 'showId' | 'via'>,
): Promise<Candidate> {
  const { viewerId } = person
  const isShared = via !== null && (await links.isOurs(via))
  return { showId, viewerId, via: isShared ? via : null, watching: watching.openSpan(showId, viewerId) }
}
