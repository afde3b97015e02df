// Gathers what features give to the row of a comment.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import type { ReactNode } from 'react'
import type { AroundCommentProps, CommentGiven } from '../../places.ts'
import { useParts } from '../../useParts.ts'

export function AroundComment({ comment, children }: AroundCommentProps) {
  return (
    <Rest parts={useParts('comment.around')} comment={comment} given={{ chip: null, instead: null }}>
      {children}
    </Rest>
  )
}

interface RestProps extends AroundCommentProps {
  readonly parts: ReturnType<typeof useParts<'comment.around'>>
  readonly comment: StaffComment
  readonly given: CommentGiven
}

function Rest({ parts, comment, given, children }: RestProps): ReactNode {
  const [first, ...others] = parts
  if (!first) return children(given)
  return (
    <first.Around comment={comment}>
      {(more) => (
        <Rest parts={others} comment={comment} given={merge(given, more)}>
          {children}
        </Rest>
      )}
    </first.Around>
  )
}

function merge(given: CommentGiven, more: CommentGiven): CommentGiven {
  const chip = (
    <>
      {given.chip}
      {more.chip}
    </>
  )
  return { chip, instead: given.instead ?? more.instead }
}
