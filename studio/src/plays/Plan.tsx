// A kept play that opens by hand is told to open by itself: at a minute of the show, at a time, or with so many people in the room.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { useState } from 'react'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'
import { checkWhen, whenOf, type WhenDraft } from './whenForm.ts'
import { OWN_WAYS, WhenFields } from './WhenFields.tsx'

interface PlanProps {
  readonly kind: string
  readonly life: ActivityLife
}

export function Plan({ kind, life }: PlanProps) {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)

  return (
    <div className="play-plan">
      <button
        className="btn"
        aria-expanded={isOpen}
        data-testid={`${kind}-plan`}
        onClick={() => setIsOpen((now) => !now)}
      >
        {say('play.plan')}
      </button>
      {isOpen && <PlanForm kind={kind} life={life} />}
    </div>
  )
}

/** Goes away with what it has done: the row says then what is waited for. */
function PlanForm({ kind, life: { id: activityId, revision } }: PlanProps) {
  const { say } = useWords()
  const { client, room, send } = useDesk()
  const [draft, setDraft] = useState<WhenDraft>(whenOf('minutes'))
  const { show, viewers } = room
  const { problem, waitsFor } = checkWhen(draft, { now: client.clock.now(), liveAt: show.liveAt, viewers })

  return (
    <form
      aria-label={say('play.plan')}
      onSubmit={(event) => {
        event.preventDefault()
        if (waitsFor !== null) void send('activity:plan', { activityId, revision, waitsFor })
      }}
    >
      <WhenFields
        kind={`${kind}-plan`}
        ways={OWN_WAYS}
        value={draft}
        problem={draft.typed === '' ? null : problem}
        onChange={setDraft}
      />
      <button className="btn main" data-testid={`${kind}-plan-keep`} disabled={waitsFor === null}>
        {say('play.planKeep')}
      </button>
    </form>
  )
}
