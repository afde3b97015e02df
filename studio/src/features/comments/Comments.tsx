// What viewers say, newest below, with what staff can do about it; and the reply to everyone.
import { useMemo, useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { unitsByViewer } from '../../desk/figures.ts'
import { Cover } from '../../desk/parts/Cover.tsx'
import { useParts } from '../../useParts.ts'
import { CommentRow } from './CommentRow.tsx'
import { queueOf, streamOf, type View } from './stream.ts'
import { CommentsBar } from './CommentsBar.tsx'
import { UndoLine } from './UndoLine.tsx'
import { JudgingContext, useNewJudging } from './useJudging.ts'
import { useOlder } from './useOlder.ts'
import { ReplyField } from './ReplyField.tsx'
import { useStickToEnd } from './useStickToEnd.ts'
import './comments.css'

export function Comments() {
  const { room, may } = useDesk()
  const [view, setView] = useState<View>('all')
  const judging = useNewJudging()
  const above = useParts('comments.above')

  return (
    <JudgingContext value={judging}>
      <Cover>
        {above.map(({ key, Above }) => (
          <Above key={key} />
        ))}
        <CommentsBar view={view} onView={setView} />
        <Stream key={view} view={view} />
        <UndoLine />
        {may('comment:post') && room.show.phase !== 'ended' && <ReplyField />}
      </Cover>
    </JudgingContext>
  )
}

/** So many come with the snapshot: with fewer there are no older ones. */
const SNAPSHOT_COMMENTS = 50
const NOTHING = { all: 'comments.none', held: 'talk.noneHeld', reported: 'talk.noneReported' } as const

function Stream({ view }: { readonly view: View }) {
  const { say } = useWords()
  const { room, desk } = useDesk()
  const units = useMemo(() => unitsByViewer(desk.holds), [desk.holds])
  const older = useOlder()
  const rows = useMemo(
    () => (view === 'all' ? streamOf(room, desk, older.comments) : queueOf(desk.marked, view)),
    [view, room, desk, older.comments],
  )
  const { box, onScroll } = useStickToEnd(rows)
  const first = rows[0]
  const mayAsk = view === 'all' && older.mayAsk && rows.length >= SNAPSHOT_COMMENTS

  return (
    <div className="comments" ref={box} onScroll={onScroll} data-testid="desk-comments" role="log" tabIndex={0}>
      {mayAsk && first && (
        <button className="btn older" data-testid="older" onClick={() => older.ask(first.seq)}>
          {say('talk.older')}
        </button>
      )}
      {rows.length === 0 && <p className="empty">{say(NOTHING[view])}</p>}
      {rows.map((comment) => (
        <CommentRow key={comment.id} comment={comment} units={units.get(comment.viewerId)} />
      ))}
    </div>
  )
}
