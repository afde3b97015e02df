// One comment on the desk: who, when, what became of it, what its author holds, and what can be done about it.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { Said } from '@lantern/shared/ui/Said.tsx'
import { formatLeft } from '@lantern/shared/ui/time.ts'
import { useState } from 'react'
import { formatTime } from '../../format.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import type { ViewerUnits } from '../../desk/figures.ts'
import type { CommentGiven } from '../../places.ts'
import { AroundComment } from './AroundComment.tsx'
import { AuthorMenu } from './AuthorMenu.tsx'
import { CommentActions } from './CommentActions.tsx'

interface CommentRowProps {
  readonly comment: StaffComment
  readonly units: ViewerUnits | undefined
}

export function CommentRow({ comment, units }: CommentRowProps) {
  const { locale } = useWords()
  const { room } = useDesk()
  const [opened, setOpened] = useState(false)
  const { liveAt } = room.show
  const at = liveAt !== null && comment.at >= liveAt ? formatLeft(comment.at - liveAt) : formatTime(comment.at, locale)

  return (
    <article
      className="comment"
      data-staff={comment.fromStaff}
      data-state={comment.state}
      data-testid={`comment-${comment.id}`}
    >
      <div>
        <small>
          <span>{comment.name}</span> · {at}
        </small>
        {comment.replyTo && (
          <small className="comment-quote">
            {comment.replyTo.name}: {comment.replyTo.text}
          </small>
        )}
        <p>
          <Said {...comment} />
        </p>
      </div>
      <AroundComment comment={comment}>
        {({ chip, instead }) => (
          <>
            <Chips comment={comment} units={units} more={chip} />
            {instead ?? <CommentActions comment={comment} opened={opened} onOpen={() => setOpened(!opened)} />}
          </>
        )}
      </AroundComment>
      {opened && <AuthorMenu comment={comment} onDone={() => setOpened(false)} />}
    </article>
  )
}

/** What became of it, and what its author holds. */
function Chips({ comment, units, more }: CommentRowProps & { readonly more: CommentGiven['chip'] }) {
  const { say } = useWords()
  const { reports, state } = comment
  const { held, paid } = units ?? { held: 0, paid: 0 }

  return (
    <div className="comment-chips">
      {reports > 0 && <span className="chip matter-chip">{say('talk.reports', { count: reports })}</span>}
      {state !== 'shown' && state !== 'erased' && (
        <span className="chip" data-testid="comment-state">
          {say(`talk.state.${state}`)}
        </span>
      )}
      {held > 0 && <span className="chip held">{say('comments.held', { n: held })}</span>}
      {held === 0 && paid > 0 && <span className="chip paid">{say('comments.paid', { n: paid })}</span>}
      {more}
    </div>
  )
}
