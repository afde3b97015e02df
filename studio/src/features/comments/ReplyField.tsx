// A reply as the shop, to everyone or to one comment; kept when it could not be sent.
import { createId } from '@lantern/shared/client/ids.ts'
import { CommentId } from '@lantern/shared/contract/ids.ts'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useJudging } from './useJudging.ts'

const newDraft = () => ({ id: CommentId.parse(createId()), text: '' })

export function ReplyField() {
  const { say } = useWords()
  const { send } = useDesk()
  const { answering, answer } = useJudging()
  const [draft, setDraft] = useState(newDraft)
  const [sending, setSending] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (answering !== null) field.current?.focus()
  }, [answering])
  const post = async (): Promise<void> => {
    setSending(true)
    const said = { commentId: draft.id, text: draft.text.trim() }
    const reply = await (answering === null
      ? send('comment:post', said)
      : send('comment:reply', { ...said, replyTo: answering.id }))
    setSending(false)
    if (!reply.ok) return
    setDraft(newDraft())
    answer(null)
  }

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.text.trim() !== '' && !sending) void post()
      }}
    >
      {answering && <Answering name={answering.name} text={answering.text} onDrop={() => answer(null)} />}
      <input
        ref={field}
        data-testid="reply-input"
        aria-label={answering ? say('talk.replyTo', { name: answering.name }) : say('comments.reply')}
        placeholder={say('comments.reply')}
        value={draft.text}
        maxLength={4000}
        enterKeyHint="send"
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      <button className="btn main" data-testid="reply-send" disabled={sending || draft.text.trim() === ''}>
        {say('comments.send')}
      </button>
    </form>
  )
}

interface AnsweringProps {
  readonly name: string
  readonly text: string
  readonly onDrop: () => void
}

function Answering({ name, text, onDrop }: AnsweringProps) {
  const { say } = useWords()
  return (
    <p className="answering" data-testid="answering">
      <span>
        {say('talk.replyTo', { name })} · {text}
      </span>
      <button type="button" className="icon-btn" aria-label={say('common.cancel')} onClick={onDrop}>
        <X size={16} aria-hidden="true" />
      </button>
    </p>
  )
}
