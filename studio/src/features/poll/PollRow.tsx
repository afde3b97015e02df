// One poll on the desk: its time, its counts, and what staff can do with it now.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { type AnswerLook, lookAt, type PollLook } from '@lantern/shared/features/poll/look.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import { sumOfConditions } from '../../plays/sumOf.ts'
import { PollActs } from './PollActs.tsx'

export function PollRow({ poll }: { readonly poll: Poll }) {
  const { room } = useDesk()
  const look = lookAt(poll, room.products)
  const isFront = room.front?.activityId === poll.id

  return (
    <article
      className="poll-row"
      aria-label={poll.question}
      data-testid={`poll-${poll.id}`}
      data-state={poll.state}
      data-front={isFront}
    >
      <header>
        <h3>{poll.question}</h3>
        <State poll={poll} />
      </header>
      {poll.state !== 'draft' && (
        <ol>
          {look.answers.map((answer) => (
            <Answer key={answer.place} answer={answer} />
          ))}
        </ol>
      )}
      <Who poll={poll} />
      <Sum look={look} />
      <PollActs poll={poll} isFront={isFront} />
    </article>
  )
}

function Who({ poll: { conditions } }: { readonly poll: Poll }) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const sum = sumOfConditions(conditions, { say, locale, products: room.products })
  return sum === null ? null : <p className="poll-sum">{sum}</p>
}

function State({ poll }: { readonly poll: Poll }) {
  const { say } = useWords()
  const { client } = useDesk()
  if (poll.state === 'open' && poll.closesAt !== null)
    return <Countdown clock={client.clock} until={poll.closesAt} testId="poll-left" />
  return <span className={poll.state === 'open' ? 'chip held' : 'chip'}>{say(`poll.state.${stateWord(poll)}`)}</span>
}

function stateWord({ state }: Poll): 'draft' | 'announced' | 'open' | 'over' {
  if (state === 'draft' || state === 'announced' || state === 'open') return state
  return 'over'
}

function Answer({ answer: { title, pictured, count, leads } }: { readonly answer: AnswerLook }) {
  const { locale } = useWords()
  const name = pickText(title, locale)

  return (
    <li data-leads={leads}>
      {count && <i style={{ width: `${count.percent}%` }} aria-hidden="true" />}
      {pictured && <ProductPicture product={pictured} title={name} size={28} />}
      <span>{name}</span>
      {count && (
        <b>
          {new Intl.NumberFormat(locale, { style: 'percent' }).format(count.percent / 100)}
          <small>{formatCount(count.votes, locale)}</small>
        </b>
      )}
    </li>
  )
}

function Sum({ look: { poll, answers } }: { readonly look: PollLook }) {
  const { say, locale } = useWords()
  if (poll.state === 'draft') return <p className="poll-sum">{say('poll.answersIn', { count: answers.length })}</p>
  const leaders = answers.filter(({ leads }) => leads)
  const what = new Intl.ListFormat(locale).format(leaders.map(({ title }) => pickText(title, locale)))
  const voted = say('poll.voted', { count: poll.entries })
  const outcome =
    leaders.length === 0 ? say('poll.nobody') : say(leaders.length === 1 ? 'poll.won' : 'poll.even', { what })
  return (
    <p className="poll-sum" data-testid="poll-sum">
      {isOver(poll.state) ? `${outcome} ${poll.result?.pinned ? say('poll.isPinned') : ''}` : ''} {voted}
      {poll.hidden && !isOver(poll.state) && ` · ${say('poll.onlyYou')}`}
    </p>
  )
}
