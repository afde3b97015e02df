// One comment by itself, and the way to tell the staff about it.
import { Flag } from 'lucide-react'
import type { SheetProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function CommentSheet({ room, id }: SheetProps) {
  const { t } = useWords()
  const { session, open } = useScene()
  const comment = room.comments.rows.find((one) => one.id === id)
  if (comment === undefined) return <p>{t('commentGone')}</p>
  const report = () => {
    open(null)
    void session.commentActions.report(comment.id)
  }
  return (
    <div className="more">
      <blockquote className="comment-quote">{comment.text}</blockquote>
      <button className="act" onClick={report} data-testid="report-comment">
        <Flag size={18} aria-hidden="true" />
        {t('report')}
      </button>
    </div>
  )
}
