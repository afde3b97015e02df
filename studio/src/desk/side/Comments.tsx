// What viewers say, newest below, with what staff can do about it; and the reply to everyone.
import { useMemo, useState } from 'react'
import { useWords } from '../../words.ts'
import { BuyingBar } from '../buying/BuyingBar.tsx'
import { BuyingPanel } from '../buying/BuyingPanel.tsx'
import { useDesk } from '../DeskContext.ts'
import { unitsByViewer } from '../figures.ts'
import { CommentRow } from '../talk/CommentRow.tsx'
import { queueOf, streamOf, type View } from '../talk/stream.ts'
import { TalkBar } from '../talk/TalkBar.tsx'
import { UndoLine } from '../talk/UndoLine.tsx'
import { JudgingContext, useNewJudging } from '../talk/useJudging.ts'
import { useOlder } from '../talk/useOlder.ts'
import { Matter } from './Matter.tsx'
import { ReplyField } from './ReplyField.tsx'
import { useStickToEnd } from './useStickToEnd.ts'

export function Comments({ onOrders }: { readonly onOrders: () => void }) {
  const { room, desk, may } = useDesk()
  const [view, setView] = useState<View>('all')
  const judging = useNewJudging()
  const matter = desk.orders.find((order) => order.matter !== null)
  const [isSetUp, setSetUp] = useState(false)
  if (isSetUp) return <BuyingPanel onClose={() => setSetUp(false)} />

  return (
    <JudgingContext value={judging}>
      <BuyingBar onOpen={() => setSetUp(true)} />
      {matter && <Matter order={matter} onOrders={onOrders} />}
      <TalkBar view={view} onView={setView} />
      <Stream key={view} view={view} />
      <UndoLine />
      {may('comment:post') && room.show.phase !== 'ended' && <ReplyField />}
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
