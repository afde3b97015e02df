// Which acts a comment allows, as it stands.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'

export type CommentAction = 'approve' | 'keep' | 'reply' | 'hide' | 'reject' | 'show' | 'pin' | 'unpin'

interface Around {
  readonly isPinned: boolean
  /** The show has not ended. */
  readonly goesOn: boolean
}

/** In the order of their buttons. */
export function actionsOf(
  { state, reports }: Pick<StaffComment, 'state' | 'reports'>,
  around: Around,
): CommentAction[] {
  if (state === 'held') return ['approve', 'reject']
  if (state === 'silent') return ['approve']
  if (state === 'hidden') return ['show']
  const looked: CommentAction[] = reports > 0 ? ['keep', 'hide'] : ['hide']
  return around.goesOn ? ['reply', ...looked, around.isPinned ? 'unpin' : 'pin'] : looked
}
