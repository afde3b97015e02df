// What viewers have of a poll over the picture right now: the question, who leads, and the time.
import { lookAt, pollsOf } from '@lantern/shared/features/poll/look.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { ChartBarBig } from 'lucide-react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'

export function PollOver() {
  const { say, locale } = useWords()
  const { client, room, desk } = useDesk()
  const { front } = pollsOf({ polls: desk.polls, front: room.front })
  if (front === null) return null
  const leaders = lookAt(front, room.products).answers.filter(({ leads }) => leads)
  const names = new Intl.ListFormat(locale).format(leaders.map(({ title }) => pickText(title, locale)))

  return (
    <div className="poll-over" data-testid="poll-over">
      <ChartBarBig size={16} aria-hidden="true" />
      <b>{front.question}</b>
      <span>{leaders.length === 0 ? say('poll.voted', { count: front.entries }) : names}</span>
      {front.state === 'open' && front.closesAt !== null && <Countdown clock={client.clock} until={front.closesAt} />}
    </div>
  )
}
