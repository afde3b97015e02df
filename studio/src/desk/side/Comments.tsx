// What viewers say, newest below, with what each of them holds; and the reply to everyone.
import type { Comment } from '@lantern/shared/contract/things.ts'
import { formatLeft } from '@lantern/shared/ui/time.ts'
import { useMemo } from 'react'
import { formatTime } from '../../format.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { unitsByViewer, type ViewerUnits } from '../figures.ts'
import { Matter } from './Matter.tsx'
import { ReplyField } from './ReplyField.tsx'
import { useStickToEnd } from './useStickToEnd.ts'

export function Comments({ onOrders }: { readonly onOrders: () => void }) {
  const { say } = useWords()
  const { room, desk, may } = useDesk()
  const units = useMemo(() => unitsByViewer(desk.holds), [desk.holds])
  const matter = desk.orders.find((order) => order.matter !== null)
  const { box, onScroll } = useStickToEnd(room.comments)

  return (
    <>
      {matter && <Matter order={matter} onOrders={onOrders} />}
      <div className="comments" ref={box} onScroll={onScroll} data-testid="desk-comments" role="log" tabIndex={0}>
        {room.comments.length === 0 && <p className="empty">{say('comments.none')}</p>}
        {room.comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} units={units.get(comment.viewerId)} />
        ))}
      </div>
      {may('comment:post') && room.show.phase !== 'ended' && <ReplyField />}
    </>
  )
}

function CommentRow({ comment, units }: { readonly comment: Comment; readonly units: ViewerUnits | undefined }) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const { liveAt } = room.show
  const at = liveAt !== null && comment.at >= liveAt ? formatLeft(comment.at - liveAt) : formatTime(comment.at, locale)

  return (
    <article className="comment" data-staff={comment.fromStaff}>
      <div>
        <small>
          <span>{comment.name}</span> · {at}
        </small>
        <p>{comment.text}</p>
      </div>
      {units && units.held > 0 && <span className="chip held">{say('comments.held', { n: units.held })}</span>}
      {units && units.held === 0 && units.paid > 0 && (
        <span className="chip paid">{say('comments.paid', { n: units.paid })}</span>
      )}
    </article>
  )
}
