// What staff can do with a poll: open it, close it early, take it back, bring it in front or put it away.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { useWords } from '../../words.ts'

interface PollActsProps {
  readonly poll: Poll
  readonly isFront: boolean
}

export function PollActs({ poll, isFront }: PollActsProps) {
  const { room, may } = useDesk()
  if (!may('activity:open') || (room.show.phase === 'ended' && !isFront)) return null

  return (
    <div className="poll-acts">
      {poll.state === 'draft' && <DraftActs poll={poll} />}
      {poll.state === 'open' && <OpenActs poll={poll} />}
      {poll.state !== 'draft' && <FrontAct poll={poll} isFront={isFront} />}
    </div>
  )
}

const seen = ({ id, revision }: Poll) => ({ activityId: id, revision })

function DraftActs({ poll }: { readonly poll: Poll }) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const isLive = room.show.phase === 'live'

  return (
    <>
      <button
        className="btn"
        data-testid="poll-start"
        disabled={!isLive}
        title={isLive ? '' : say('poll.whenLive')}
        onClick={() => void send('activity:open', seen(poll))}
      >
        {say('poll.open')}
      </button>
      <button className="btn" data-testid="poll-remove" onClick={() => void send('activity:remove', seen(poll))}>
        {say('poll.remove')}
      </button>
    </>
  )
}

function OpenActs({ poll }: { readonly poll: Poll }) {
  const { say } = useWords()
  const { send } = useDesk()

  return (
    <>
      <Confirm
        testId="poll-close"
        label={say('poll.close')}
        question={say('poll.closeQuestion', { count: poll.entries })}
        yes={say('poll.closeYes')}
        onYes={() => void send('activity:close', seen(poll))}
      />
      <Confirm
        testId="poll-cancel"
        label={say('poll.cancel')}
        question={say('poll.cancelQuestion', { count: poll.entries })}
        yes={say('poll.cancelYes')}
        onYes={() => void send('activity:cancel', seen(poll))}
      />
    </>
  )
}

/** What is over is put away where it stands, and nowhere brought back. */
function FrontAct({ poll, isFront }: PollActsProps) {
  const { say } = useWords()
  const { send } = useDesk()
  if (isOver(poll.state) && !isFront) return null

  return (
    <button
      className="btn"
      data-testid="poll-front"
      aria-pressed={isFront}
      onClick={() => void send('activity:front', { activityId: isFront ? null : poll.id })}
    >
      {say(isFront ? 'poll.putAway' : 'poll.toFront')}
    </button>
  )
}
