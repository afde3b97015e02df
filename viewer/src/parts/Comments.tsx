// What people say: newest below, older ones fade; it follows the newest unless the reader scrolled up.
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useEffect, useRef, useState } from 'react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { mergeComments } from '../view/comments.ts'

const NEAR_END_PX = 48

export function Comments({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { acts } = useScene()
  const comments = mergeComments(room.comments, acts.comments)
  const list = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(true)
  const last = comments.at(-1)?.id

  useEffect(() => {
    const box = list.current
    if (follows && box !== null) box.scrollTop = box.scrollHeight
  }, [last, follows])

  const onScroll = () => {
    const box = list.current
    if (box !== null) setFollows(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX)
  }
  return (
    <section className="comments" aria-label={t('comments')}>
      <div className="comments-list" ref={list} onScroll={onScroll} tabIndex={0} role="list" data-testid="comments">
        {comments.map((comment) => (
          <Bubble key={comment.id} comment={comment} />
        ))}
      </div>
      {!follows && (
        <button className="newest" onClick={() => setFollows(true)}>
          {t('newest')}
        </button>
      )}
    </section>
  )
}

function Bubble({ comment }: { readonly comment: Comment }) {
  const { t } = useWords()
  const self = useScene().view.self
  const isOwn = comment.viewerId === self?.viewerId
  const look = comment.fromStaff ? 'bubble bubble-staff' : isOwn ? 'bubble bubble-own' : 'bubble'
  return (
    <p className={look} role="listitem" data-own={isOwn}>
      <span className="bubble-name">{comment.fromStaff ? t('shop') : isOwn ? t('you') : comment.name}</span>{' '}
      {comment.text}
    </p>
  )
}
