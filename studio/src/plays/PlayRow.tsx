// One play on the desk: its kind, its time, what its kind shows of it, and what staff can do with it now.
import { countsDownTo } from '@lantern/shared/activities/countsDownTo.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import type { ActivityState } from '@lantern/shared/activities/states.ts'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'
import { NEXT_KEY } from './nextKept.ts'
import type { PlayView } from './play.tsx'
import { PlayActs } from './PlayActs.tsx'
import { sumOfConditions } from './sumOf.ts'
import { Waits } from './Waits.tsx'

interface PlayRowProps {
  readonly view: PlayView
  /** The one that the key opens. */
  readonly isNext: boolean
}

export function PlayRow({ view, isNext }: PlayRowProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const { kind, life, Icon, title } = view
  const isFront = room.front?.activityId === life.id

  return (
    <article
      className={`play-row ${kind}-row`}
      aria-label={title}
      data-testid={`${kind}-${life.id}`}
      data-state={life.state}
      data-front={isFront}
    >
      <header>
        <Icon size={16} aria-hidden="true" />
        <h3>{title}</h3>
        <State view={view} />
      </header>
      {view.body}
      <Who view={view} />
      <p className="play-sum" data-testid={`${kind}-sum`}>
        {view.sum}
      </p>
      <Waits kind={kind} life={life} />
      <PlayActs view={view} isFront={isFront} />
      {isNext && room.show.phase === 'live' && (
        <small className="quiet" data-testid="play-by-key">
          <kbd>{NEXT_KEY.toUpperCase()}</kbd> {say('play.byKey')}
        </small>
      )}
    </article>
  )
}

function Who({ view: { life } }: Pick<PlayRowProps, 'view'>) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const sum = sumOfConditions(life.conditions, { say, locale, products: room.products })
  return sum === null ? null : <p className="play-sum">{sum}</p>
}

function State({ view: { kind, life } }: Pick<PlayRowProps, 'view'>) {
  const { say } = useWords()
  const { client } = useDesk()
  const { state } = life
  const until = state === 'open' ? countsDownTo(life) : null
  if (until !== null) return <Countdown clock={client.clock} until={until} testId={`${kind}-left`} />
  return <span className={state === 'open' ? 'chip held' : 'chip'}>{say(`play.state.${stateWord(state)}`)}</span>
}

function stateWord(state: ActivityState): 'draft' | 'announced' | 'open' | 'over' {
  return state === 'draft' || state === 'announced' || state === 'open' ? state : 'over'
}
