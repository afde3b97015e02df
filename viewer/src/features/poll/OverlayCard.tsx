// The poll in front over the picture of OBS: readable across a room, with its bars, its time and what came of it.
import { type AnswerLook, lookAt, type PollLook, pollsOf } from '@lantern/shared/features/poll/look.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { ChartBarBig } from 'lucide-react'
import type { LayerProps } from '../../places.ts'
import { useScene, useStepMs, useWords } from '../../overlay/scene.ts'
import { outcomeOf, peopleOf } from './note.ts'
import './overlay.css'

export function OverlayCard({ room }: LayerProps) {
  const { front } = pollsOf(room)
  if (front === null) return null
  const look = lookAt(front, room.products)
  return (
    <article
      key={front.id}
      className="overlay-card overlay-poll"
      data-testid="overlay-poll"
      data-state={front.state}
      data-many={look.answers.length > 4}
    >
      <Head look={look} />
      <h1>{front.question}</h1>
      <ul>
        {look.answers.map((answer) => (
          <Answer key={answer.place} answer={answer} />
        ))}
      </ul>
      <Outcome look={look} />
    </article>
  )
}

function Head({ look }: { readonly look: PollLook }) {
  const words = useWords()
  const { client } = useScene()
  const stepMs = useStepMs()
  const { poll, isOver } = look
  const until = poll.state === 'announced' ? poll.opensAt : poll.closesAt
  return (
    <header>
      <span className="overlay-poll-badge" aria-hidden="true">
        <ChartBarBig />
      </span>
      <b>{words.t('poll.name')}</b>
      <small>{poll.entries === 0 ? words.t('poll.voteOnPhone') : peopleOf(look, words)}</small>
      {isOver && <span>{words.t('poll.over')}</span>}
      {!isOver && until !== null && (
        <Countdown clock={client.clock} until={until} stepMs={stepMs} testId="overlay-poll-countdown" />
      )}
    </header>
  )
}

function Answer({ answer: { title, pictured, count, leads } }: { readonly answer: AnswerLook }) {
  const { text, locale } = useWords()
  const name = text(title)
  return (
    <li data-leads={leads && count !== null}>
      {count && <i style={{ transform: `scaleX(${count.percent / 100})` }} />}
      {pictured && <ProductPicture product={pictured} title={name} />}
      <span>{name}</span>
      {count && <em>{new Intl.NumberFormat(locale, { style: 'percent' }).format(count.percent / 100)}</em>}
    </li>
  )
}

function Outcome({ look }: { readonly look: PollLook }) {
  const words = useWords()
  if (!look.isOver) return look.poll.hidden ? <p>{words.t('poll.hidden')}</p> : null
  return <p data-testid="overlay-poll-outcome">{outcomeOf(look, words)}</p>
}
