// The polls of the show: what runs and what came of it, drafts, and the form for the next one.
import { isOver } from '@lantern/shared/activities/states.ts'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import { PollForm } from './PollForm.tsx'
import { PollRow } from './PollRow.tsx'

export function PollTab() {
  const { say } = useWords()
  const { desk, room, may } = useDesk()
  const polls = desk.polls.filter(({ state }) => state !== 'removed' && state !== 'cancelled').toReversed()
  const going = polls.filter(({ state, id }) => !isOver(state) || id === room.front?.activityId)
  const over = polls.filter((poll) => !going.includes(poll))
  const [asked, setAsked] = useState<boolean | null>(null)
  const mayMake = may('poll:make') && room.show.phase !== 'ended'
  // What runs comes first: the form for the next one waits behind a button then.
  const isFormOpen = mayMake && (asked ?? going.length === 0)

  return (
    <div className="scroll polls" data-testid="polls">
      {polls.length === 0 && !mayMake && <p className="empty">{say('poll.none')}</p>}
      {going.map((poll) => (
        <PollRow key={poll.id} poll={poll} />
      ))}
      {isFormOpen && <PollForm onMade={() => setAsked(null)} />}
      {mayMake && !isFormOpen && (
        <button className="btn poll-next" data-testid="poll-next" onClick={() => setAsked(true)}>
          {say('poll.next')}
        </button>
      )}
      {over.length > 0 && <h3 className="poll-head">{say('poll.former')}</h3>}
      {over.map((poll) => (
        <PollRow key={poll.id} poll={poll} />
      ))}
    </div>
  )
}
