// Comments as the desk shows them: what everybody sees together with what only staff do.
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'

export type View = 'all' | 'held' | 'reported'

function plain(comment: Comment): StaffComment {
  const { held: _, ...said } = comment
  return { ...said, state: 'shown', reports: 0, judgedBy: null, version: comment.seq }
}

/** Oldest first, each once; a mark says more than the room does. `older`: pages that were read. */
export function streamOf(
  { comments }: Pick<RoomState, 'comments'>,
  { marked }: Pick<StaffState, 'marked'>,
  older: readonly StaffComment[],
): StaffComment[] {
  const rows = new Map<string, StaffComment>()
  for (const row of [...older, ...comments.rows.map(plain), ...marked]) {
    const known = rows.get(row.id)
    if (known === undefined || known.version <= row.version) rows.set(row.id, row)
  }
  return [...rows.values()].filter(({ state }) => state !== 'erased').sort((a, b) => a.seq - b.seq)
}

/** Those that wait for a decision, oldest first. */
export function queueOf(marked: readonly StaffComment[], view: Exclude<View, 'all'>): StaffComment[] {
  const isWanted = (comment: StaffComment) =>
    view === 'held' ? comment.state === 'held' : comment.state === 'shown' && comment.reports > 0
  return marked.filter(isWanted).sort((a, b) => a.seq - b.seq)
}
