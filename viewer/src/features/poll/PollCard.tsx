// The polls of the room: the one in front as a card, those that run beside it as a line each.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { lookAt, type PollLook, pollsOf } from '@lantern/shared/features/poll/look.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { ChartBarBig, ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { Answers } from './Answers.tsx'
import { foldedOf, peopleOf } from './note.ts'
import { usePollNews } from './usePollNews.ts'

/** More lines than these would take the room of the picture. */
const MOST_BESIDE = 2

export function PollCard({ room }: RoomProps) {
  const { front, beside } = pollsOf(room)
  usePollNews(room)
  // Whatever comes to the front is opened, whatever the viewer had open before.
  const [chosen, choose] = useState<{ readonly front: string | null; readonly open: string | null } | null>(null)
  const frontId = front?.id ?? null
  const openId = chosen?.front === frontId ? chosen.open : frontId
  const shown = [...beside.slice(0, MOST_BESIDE), ...(front === null ? [] : [front])]
  if (shown.length === 0) return null
  return (
    <div className="polls">
      {shown.map((poll) => (
        <OnePoll
          key={poll.id}
          poll={poll}
          room={room}
          isOpen={poll.id === openId}
          onFold={() => choose({ front: frontId, open: poll.id === openId ? null : poll.id })}
        />
      ))}
    </div>
  )
}

interface OnePollProps extends RoomProps {
  readonly poll: Poll
  readonly isOpen: boolean
  readonly onFold: () => void
}

function OnePoll({ poll, room, isOpen, onFold }: OnePollProps) {
  const id = useId()
  const look = lookAt(poll, room.products)
  return (
    <section
      className="poll"
      aria-labelledby={id}
      data-testid="poll"
      data-poll={poll.id}
      data-state={poll.state}
      data-open={isOpen}
    >
      <Head look={look} isOpen={isOpen} onFold={onFold} />
      <h2 className={isOpen ? 'poll-question' : 'sr-only'} id={id}>
        {poll.question}
      </h2>
      {isOpen && <Answers look={look} products={room.products} labelledBy={id} />}
    </section>
  )
}

interface HeadProps {
  readonly look: PollLook
  readonly isOpen: boolean
  readonly onFold: () => void
}

function Head({ look, isOpen, onFold }: HeadProps) {
  const words = useWords()
  const { t } = words
  return (
    <header className="poll-head">
      <span className="poll-badge" aria-hidden="true">
        <ChartBarBig size={17} />
      </span>
      <span className="poll-name">
        <b>{t('poll.name')}</b>
        <small data-testid="poll-note">{isOpen ? peopleOf(look, words) : foldedOf(look, words)}</small>
      </span>
      <Time look={look} />
      <button
        className="poll-fold"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'poll.fold' : 'poll.unfold')}
        onClick={onFold}
        data-testid="poll-fold"
      >
        <ChevronDown size={20} aria-hidden="true" />
      </button>
    </header>
  )
}

function Time({ look: { poll, isOver } }: Pick<HeadProps, 'look'>) {
  const { t } = useWords()
  const { clock } = useScene().session.client
  if (isOver) return <span className="poll-done">{t('poll.over')}</span>
  if (poll.state === 'announced') {
    return poll.opensAt === null ? (
      <span className="poll-done">{t('poll.soon')}</span>
    ) : (
      <Countdown clock={clock} until={poll.opensAt} testId="poll-countdown" />
    )
  }
  return poll.closesAt === null ? null : <Countdown clock={clock} until={poll.closesAt} testId="poll-countdown" />
}
