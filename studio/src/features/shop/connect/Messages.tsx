// The last messages of the shop: each with what became of it, why, and what can be done.
import { useState } from 'react'
import { useWords } from '../../../words.ts'
import { Decide } from './Decide.tsx'
import { MessageActs } from './MessageActs.tsx'
import type { MessageView } from './view.ts'

/** As many as stand beside failed hand-offs. */
const FEW = 6
const NEEDS: ReadonlySet<MessageView['state']> = new Set(['needs_you', 'refused'])

interface MessagesProps {
  readonly messages: readonly MessageView[]
  readonly counts: string
  /** Arrivals may be settled. */
  readonly isOwner: boolean
  /** Payments that differ may be decided. */
  readonly mayDecide: boolean
}

export function Messages({ messages, counts, isOwner, mayDecide }: MessagesProps) {
  const { say } = useWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? messages : messages.slice(0, FEW)
  return (
    <section className="shop-card msgs" data-testid="messages" aria-labelledby="msgs-title">
      <header className="shop-card-head">
        <h2 id="msgs-title" className="shop-eyebrow">
          {say('msg.title')}
        </h2>
        <small className="shop-end wide-only">{counts}</small>
        {messages.length > FEW && (
          <button className="btn small-btn" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {say(isWhole ? 'msg.fewer' : 'msg.all')}
          </button>
        )}
      </header>
      {messages.length === 0 && <p className="empty">{say('msg.none')}</p>}
      {messages.length > 0 && (
        <ul>
          {shown.map((message) => (
            <Message key={message.id} message={message} isWhole={isWhole} isOwner={isOwner} mayDecide={mayDecide} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface MessageProps {
  readonly message: MessageView
  readonly isWhole: boolean
  readonly isOwner: boolean
  readonly mayDecide: boolean
}

function Message({ message, isWhole, isOwner, mayDecide }: MessageProps) {
  const { say, locale } = useWords()
  const { at, type, about, state, said, advice, arrivalId, decide } = message
  return (
    <li data-state={state} data-testid="message">
      <time dateTime={new Date(at).toISOString()}>{formatClock(at, locale)}</time>
      <code title={type}>{type}</code>
      <bdi title={about}>{about}</bdi>
      <span className={NEEDS.has(state) ? 'shop-pill warn' : 'shop-pill'}>{say(`msg.${state}`)}</span>
      <span className="msg-said" title={advice}>
        {said}
        {isWhole && advice !== '' && <small>{advice}</small>}
      </span>
      {isOwner && arrivalId !== null && <MessageActs arrivalId={arrivalId} />}
      {mayDecide && decide !== null && <Decide view={decide} />}
    </li>
  )
}

/** Today by the second, since a repeat comes a second later; before that by the day. */
function formatClock(at: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  const how = isToday
    ? ({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const)
    : ({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)
  return new Intl.DateTimeFormat(locale, how).format(at)
}
