// The sheet in which a topic is answered, or an answer is changed: above the phone's keyboard, with what is left to write.
import { createId } from '@lantern/shared/client/ids.ts'
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import { MOST_ANSWER } from '@lantern/shared/features/topic/limits.ts'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { SheetProps } from '../../places.ts'
import { useAct } from '../../plays/useAct.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { keepDraft, readDraft } from './drafts.ts'
import { lengthOf, ownTextOf } from './say.ts'
import './answer.css'

/** In UTF-16 units: a character can be many of them. */
const MOST_UNITS = 16 * MOST_ANSWER
const NEARLY = 40

export function AnswerSheet({ room, id }: SheetProps) {
  const one = room.topics.find((topic) => topic.id === id)
  return one === undefined ? null : <AnswerForm key={id} one={one} />
}

function useAnswer(one: Topic) {
  const { t } = useWords()
  const { view, session, open } = useScene()
  const { busy, refusal, send } = useAct()
  const entry = view.own.entries.find(({ activityId }) => activityId === one.id) ?? null
  const [typed, setTyped] = useState(() => readDraft(one.id) ?? ownTextOf(entry) ?? '')
  const left = MOST_ANSWER - lengthOf(typed)
  const type = (text: string) => {
    keepDraft(one.id, text)
    setTyped(text)
  }
  const isRight = typed.trim() !== '' && left >= 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isRight) return
    const reply = await send('topic:answer', { activityId: one.id, requestId: createId(), text: typed })
    if (reply?.ok !== true) return
    keepDraft(one.id, null)
    session.notices.say(t('topic.saySent'))
    open(null)
  }
  return { typed, type, left, isRight, busy, refusal, submit }
}

function AnswerForm({ one }: { readonly one: Topic }) {
  const { t } = useWords()
  const id = useId()
  const { typed, type, left, isRight, busy, refusal, submit } = useAnswer(one)
  return (
    <form className="topic-answer" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{one.question}</label>
      <textarea
        id={id}
        data-focus-first
        rows={3}
        maxLength={MOST_UNITS}
        enterKeyHint="send"
        placeholder={t('topic.yourAnswer')}
        aria-invalid={left < 0}
        aria-describedby={`${id}-note`}
        data-testid="topic-text"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={sendByEnter}
      />
      <p id={`${id}-note`} className="topic-note" data-wrong={refusal !== null} data-testid="topic-problem">
        <span>{refusal ?? t('topic.onlyHost')}</span>
        <Left left={left} />
      </p>
      <button className="topic-send" aria-disabled={!isRight || busy} aria-busy={busy} data-testid="topic-send">
        {t('topic.send')}
      </button>
    </form>
  )
}

/** While a word is still being chosen, as in Chinese, Enter chooses it. */
function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** Said once there is little left. */
function Left({ left }: { readonly left: number }) {
  const { t, count } = useWords()
  if (left > NEARLY) return null
  return (
    <b data-wrong={left < 0} data-testid="topic-left">
      {left < 0 ? t('topic.tooLong', { n: count(-left) }) : t('topic.left', { n: count(left) })}
    </b>
  )
}
