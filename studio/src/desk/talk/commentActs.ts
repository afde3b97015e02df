// Which acts a comment allows, as it stands.
import type { DeskComment } from '@lantern/shared/contract/talk.ts'

export type CommentAct = 'approve' | 'keep' | 'reply' | 'hide' | 'reject' | 'show' | 'pin' | 'unpin'

interface Around {
  readonly isPinned: boolean
  /** The show has not ended. */
  readonly goesOn: boolean
}

/** In the order of their buttons. */
export function actsOf({ state, reports }: Pick<DeskComment, 'state' | 'reports'>, around: Around): CommentAct[] {
  if (state === 'held') return ['approve', 'reject']
  if (state === 'silent') return ['approve']
  if (state === 'hidden') return ['show']
  const looked: CommentAct[] = reports > 0 ? ['keep', 'hide'] : ['hide']
  return around.goesOn ? ['reply', ...looked, around.isPinned ? 'unpin' : 'pin'] : looked
}
