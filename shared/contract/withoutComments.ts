// Takes comments away on both sides of the wire; apart from the schemas, which no shopper has to load.
import type { CommentId } from './ids.ts'
import type { Comment } from './things.ts'

/** The others, which no longer quote those that are gone. */
export function withoutComments(comments: readonly Comment[], ids: readonly CommentId[]): Comment[] {
  const gone = new Set(ids)
  return comments.filter(({ id }) => !gone.has(id)).map((comment) => withoutQuote(comment, gone))
}

function withoutQuote(comment: Comment, gone: ReadonlySet<CommentId>): Comment {
  const { replyTo, ...rest } = comment
  return replyTo !== undefined && gone.has(replyTo.id) ? rest : comment
}
