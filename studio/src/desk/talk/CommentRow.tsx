// One comment on the desk: who, when, what became of it, what its author holds, and what can be done about it.
import type { DeskComment } from '@lantern/shared/contract/talk.ts'
import { Said } from '@lantern/shared/ui/Said.tsx'
import { formatLeft } from '@lantern/shared/ui/time.ts'
import { useState } from 'react'
import { formatTime } from '../../format.ts'
import { useWords } from '../../words.ts'
import { TakeButton } from '../buying/TakeButton.tsx'
import { TakeChoice } from '../buying/TakeChoice.tsx'
import { type Take, useTake } from '../buying/useTake.ts'
import { useDesk } from '../DeskContext.ts'
import type { ViewerUnits } from '../figures.ts'
import { AuthorMenu } from './AuthorMenu.tsx'
import { CommentActs } from './CommentActs.tsx'

interface CommentRowProps {
  readonly comment: DeskComment
  readonly units: ViewerUnits | undefined
}

export function CommentRow({ comment, units }: CommentRowProps) {
  const { locale } = useWords()
  const { room } = useDesk()
  const [opened, setOpened] = useState(false)
  const take = useTake(comment)
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
      <Chips comment={comment} units={units} take={take} />
      {take?.step === 'choose' ? (
        <TakeChoice name={comment.name} take={take} />
      ) : (
        <CommentActs comment={comment} opened={opened} onOpen={() => setOpened(!opened)} />
      )}
      {opened && <AuthorMenu comment={comment} onDone={() => setOpened(false)} />}
    </article>
  )
}

/** What became of it, and what its author holds. */
function Chips({ comment, units, take }: CommentRowProps & { readonly take: Take | null }) {
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
      {take && <TakeButton comment={comment} take={take} />}
    </div>
  )
}
