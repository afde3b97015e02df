// What staff can do with a play of any kind: open it, close it early, take it back, bring it in front, put it away, make it again.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { useState } from 'react'
import { useDesk } from '../desk/DeskContext.ts'
import { Confirm } from '../desk/parts/Confirm.tsx'
import { useParts } from '../useParts.ts'
import { useWords } from '../words.ts'
import type { PlayView } from './play.tsx'

interface PlayActsProps {
  readonly view: PlayView
  readonly isFront: boolean
}

export function PlayActs({ view, isFront }: PlayActsProps) {
  const { room, may } = useDesk()
  const acts = useParts('play.act')
  if (!may('activity:open')) return null
  const isLeft = room.show.phase === 'ended' && !isFront

  return (
    <div className="play-acts">
      {!isLeft && <Moves view={view} isFront={isFront} />}
      {acts.map(({ key, Act }) => (
        <Act key={key} view={view} />
      ))}
    </div>
  )
}

/** What is left of a show that has ended moves no more. */
function Moves({ view, isFront }: PlayActsProps) {
  const { state } = view.life
  return (
    <>
      {(state === 'draft' || state === 'announced') && <StartAct view={view} />}
      {state === 'draft' && <RemoveAct view={view} />}
      {state === 'open' && <CloseAct view={view} />}
      {(state === 'open' || state === 'announced') && <CancelAct view={view} />}
      {state !== 'draft' && <FrontAct view={view} isFront={isFront} />}
      {view.acts}
      <AgainAct view={view} />
    </>
  )
}

const seen = ({ id, revision }: ActivityLife) => ({ activityId: id, revision })

interface ActProps {
  readonly view: PlayView
}

function StartAct({ view: { kind, life, whenever } }: ActProps) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const mayOpen = whenever || room.show.phase === 'live'

  return (
    <button
      className="btn"
      data-testid={`${kind}-start`}
      disabled={!mayOpen}
      title={mayOpen ? '' : say('play.whenLive')}
      onClick={() => void send('activity:open', seen(life))}
    >
      {say('play.open')}
    </button>
  )
}

function RemoveAct({ view: { kind, life } }: ActProps) {
  const { say } = useWords()
  const { send } = useDesk()

  return (
    <button className="btn" data-testid={`${kind}-remove`} onClick={() => void send('activity:remove', seen(life))}>
      {say('play.remove')}
    </button>
  )
}

function CloseAct({ view: { kind, life, closeQuestion } }: ActProps) {
  const { say } = useWords()
  const { send } = useDesk()

  return (
    <Confirm
      testId={`${kind}-close`}
      label={say('play.close')}
      question={closeQuestion}
      yes={say('play.closeYes')}
      onYes={() => void send('activity:close', seen(life))}
    />
  )
}

function CancelAct({ view: { kind, life, cancelQuestion } }: ActProps) {
  const { say } = useWords()
  const { send } = useDesk()

  return (
    <Confirm
      testId={`${kind}-cancel`}
      label={say('play.cancel')}
      question={cancelQuestion}
      yes={say('play.cancelYes')}
      onYes={() => void send('activity:cancel', seen(life))}
    />
  )
}

/** What is over is put away where it stands, and nowhere brought back. */
function FrontAct({ view: { kind, life }, isFront }: PlayActsProps) {
  const { say } = useWords()
  const { send } = useDesk()
  if (isOver(life.state) && !isFront) return null

  return (
    <button
      className="btn"
      data-testid={`${kind}-front`}
      aria-pressed={isFront}
      onClick={() => void send('activity:front', { activityId: isFront ? null : life.id })}
    >
      {say(isFront ? 'play.putAway' : 'play.toFront')}
    </button>
  )
}

/** The same anew, kept until it is opened; tapped twice it is made once. */
function AgainAct({ view: { kind, life, again } }: ActProps) {
  const { say } = useWords()
  const desk = useDesk()
  const [activityId, setActivityId] = useState(createId)
  const [isBusy, setIsBusy] = useState(false)
  const [isStale, setIsStale] = useState(false)
  if (!isOver(life.state) || desk.room.show.phase === 'ended') return null

  async function make() {
    if (isBusy) return
    setIsBusy(true)
    const making = { activityId: ActivityId.parse(activityId), to: desk, now: desk.client.clock.now() }
    const made = await again(making)
    setIsBusy(false)
    setIsStale(made.code === 'STALE')
    // What was made of it meanwhile, its reply lost, is there already.
    if (made.ok || made.code === 'ACTIVITY_ID_TAKEN') setActivityId(createId())
  }
  return (
    <>
      <button className="btn" data-testid={`${kind}-again`} aria-disabled={isBusy} onClick={() => void make()}>
        {say('play.again')}
      </button>
      <small role="status" className="play-stale">
        {isStale && say('play.stale')}
      </small>
    </>
  )
}
