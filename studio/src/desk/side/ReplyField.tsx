// A reply to everyone, as the shop; kept when it could not be sent.
import { createId } from '@lantern/shared/client/ids.ts'
import { CommentId } from '@lantern/shared/contract/ids.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

export function ReplyField() {
  const { say } = useWords()
  const { send } = useDesk()
  const [draft, setDraft] = useState(() => ({ id: CommentId.parse(createId()), text: '' }))
  const [sending, setSending] = useState(false)
  const post = async (): Promise<void> => {
    setSending(true)
    const reply = await send('comment:post', { commentId: draft.id, text: draft.text.trim() })
    setSending(false)
    if (reply.ok) setDraft({ id: CommentId.parse(createId()), text: '' })
  }

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.text.trim() !== '' && !sending) void post()
      }}
    >
      <input
        data-testid="reply-input"
        aria-label={say('comments.reply')}
        placeholder={say('comments.reply')}
        value={draft.text}
        maxLength={300}
        enterKeyHint="send"
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      <button className="btn main" data-testid="reply-send" disabled={sending || draft.text.trim() === ''}>
        {say('comments.send')}
      </button>
    </form>
  )
}
