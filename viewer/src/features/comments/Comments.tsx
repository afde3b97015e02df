// What people say: newest below, older ones fade; it follows the newest unless the reader scrolled up.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { pinnedComment } from '@lantern/shared/client/pinnedComment.ts'
import { Said } from '@lantern/shared/ui/Said.tsx'
import { Pin } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useScene } from '../../session.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../useWords.ts'
import { mergeComments, type SaidComment } from './comments.ts'
import { useFollow } from './useFollow.ts'

export function Comments({ room }: { readonly room: RoomState }) {
  const { t, count } = useWords()
  const { said, view } = useScene()
  const comments = mergeComments(room, said.comments)
  const list = useRef<HTMLDivElement>(null)
  const { follows, fresh, onScroll, toNewest } = useFollow(list, comments, view.self?.viewerId ?? null)
  const pinned = pinnedComment(room)
  return (
    <section className="comments" aria-label={t('comments')}>
      {pinned !== null && <PinnedComment comment={pinned} />}
      <div
        className="comments-list"
        ref={list}
        onScroll={onScroll}
        onKeyDown={walk}
        tabIndex={0}
        role="list"
        aria-label={t('comments')}
        data-testid="comments"
      >
        {comments.map((comment) => (
          <Bubble key={comment.id} comment={comment} />
        ))}
      </div>
      {!follows && (
        <button className="newest" onClick={toNewest} data-testid="newest">
          {fresh === 0 ? t('newest') : t('newSince', { n: count(fresh) })}
        </button>
      )}
    </section>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** The list is one stop for the Tab key: within it the arrows go from comment to comment, and to the links of each. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key]
  const bubbles = [...event.currentTarget.querySelectorAll<HTMLElement>('.bubble')]
  if (step === undefined || bubbles.length === 0) return
  const places = bubbles.flatMap((bubble) => {
    const inside = [...bubble.querySelectorAll<HTMLElement>('a, button')]
    return inside.length === 0 ? [bubble] : inside
  })
  const now = places.findIndex((place) => place === document.activeElement)
  const last = places.length - 1
  const next = now === -1 && step !== -Infinity ? last : Math.min(last, Math.max(0, now + step))
  event.preventDefault()
  places[next]?.focus()
}

function PinnedComment({ comment }: { readonly comment: Comment }) {
  const { t } = useWords()
  return (
    <p className="bubble pinned" data-testid="pinned-comment">
      <Pin size={14} aria-label={t('pinned')} /> <b>{comment.fromStaff ? t('shop') : comment.name}</b>{' '}
      <Said {...comment} />
    </p>
  )
}

function Bubble({ comment }: { readonly comment: SaidComment }) {
  const { t } = useWords()
  const { self } = useScene().view
  const below = useParts('comment.below')
  const isOwn = comment.viewerId === self?.viewerId
  const who = comment.fromStaff ? 'staff' : isOwn ? 'own' : 'other'
  const name = { staff: t('shop'), own: t('you'), other: comment.name }[who]
  const state = stateOf(comment)
  return (
    <div
      className={`bubble bubble-${who}`}
      role="listitem"
      tabIndex={-1}
      data-own={isOwn}
      data-state={state ?? undefined}
    >
      {comment.replyTo && <Quote {...comment.replyTo} />}
      <span className="bubble-name">{name}</span>{' '}
      <span id={`said-${comment.id}`}>
        <Said {...comment} isStop={false} />
      </span>
      {below.map(({ key, Below }) => (
        <Below key={key} id={comment.id} />
      ))}
      {state !== null && <span className="bubble-state">{t(state)}</span>}
      {who === 'other' && <More comment={comment} />}
    </div>
  )
}

/** What others do not see as it stands here. */
function stateOf({ gone, held }: SaidComment) {
  if (gone) return 'goneComment'
  return held === true ? 'heldComment' : null
}

function Quote({ name, text }: NonNullable<Comment['replyTo']>) {
  return (
    <span className="bubble-quote">
      {name} {text}
    </span>
  )
}

/** The whole bubble is the button: a thumb finds it. */
function More({ comment: { id, name } }: { readonly comment: Comment }) {
  const { t } = useWords()
  const { open } = useScene()
  return (
    <button
      className="bubble-more"
      aria-label={t('commentBy', { name })}
      aria-describedby={`said-${id}`}
      aria-haspopup="dialog"
      tabIndex={-1}
      data-testid={`comment-${id}`}
      onClick={() => open({ kind: 'comment', id })}
    />
  )
}
