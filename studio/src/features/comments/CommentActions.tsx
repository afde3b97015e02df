// The buttons of one comment; which of them there are follows from its state.
import { pinnedComment } from '@lantern/shared/client/pinnedComment.ts'
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { Check, Eye, EyeOff, type LucideIcon, Pin, PinOff, Reply, UserRound } from 'lucide-react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { actionsOf, type CommentAction } from './commentActions.ts'
import { type Judging, useJudging } from './useJudging.ts'

interface CommentActionsProps {
  readonly comment: StaffComment
  readonly opened: boolean
  readonly onOpen: () => void
}

const ICONS: Readonly<Record<CommentAction, LucideIcon>> = {
  approve: Check,
  keep: Check,
  reply: Reply,
  hide: EyeOff,
  reject: EyeOff,
  show: Eye,
  pin: Pin,
  unpin: PinOff,
}
const DO: Readonly<Record<CommentAction, (judging: Judging, comment: StaffComment) => void>> = {
  approve: (judging, comment) => judging.approve(comment),
  keep: (judging, comment) => judging.show(comment),
  reply: (judging, comment) => judging.answer(comment),
  hide: (judging, comment) => judging.hide(comment),
  reject: (judging, comment) => judging.hide(comment),
  show: (judging, comment) => judging.show(comment),
  pin: (judging, comment) => judging.pin(comment),
  unpin: (judging) => judging.unpin(),
}

export function CommentActions({ comment, opened, onOpen }: CommentActionsProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const { name } = comment
  const around = { isPinned: pinnedComment(room)?.id === comment.id, goesOn: room.show.phase !== 'ended' }

  return (
    <div className="comment-acts" role="group" aria-label={say('talk.actsOn', { name })}>
      {actionsOf(comment, around).map((act) => (
        <ActionButton key={act} act={act} comment={comment} />
      ))}
      {!comment.fromStaff && (
        <button
          className="icon-btn"
          aria-expanded={opened}
          aria-label={say('talk.author', { name })}
          title={say('talk.author', { name })}
          data-testid="author"
          onClick={onOpen}
        >
          <UserRound size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function ActionButton({ act, comment }: { readonly act: CommentAction; readonly comment: StaffComment }) {
  const { say } = useWords()
  const judging = useJudging()
  const Icon = ICONS[act]
  return (
    <button
      className="icon-btn"
      aria-label={say(`talk.${act}`)}
      title={say(`talk.${act}`)}
      data-testid={`act-${act}`}
      onClick={() => DO[act](judging, comment)}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  )
}
