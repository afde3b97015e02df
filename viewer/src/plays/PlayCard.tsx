// The frame of a play's card: badge, name, note, time and fold; open it has its title and its kind's body.
import { countsDownTo } from '@lantern/shared/activities/countsDownTo.ts'
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { KindContext } from './kind.ts'
import type { Listed } from './pick.ts'
import type { PlayView } from './play.tsx'
import { useProgress } from './useProgress.ts'
import { usePlayView } from './usePlayView.ts'
import { useTune } from './useTune.ts'
import './plays.css'

interface PlayCardProps {
  readonly room: RoomState
  readonly one: Listed
  readonly isOpen: boolean
  /** Null: it cannot be folded. */
  readonly onFold: (() => void) | null
}

export function PlayCard({ room, one, isOpen, onFold }: PlayCardProps) {
  const id = useId()
  const view = usePlayView(room, one)
  if (view === null) return null
  const { kind, life } = one
  return (
    <KindContext value={kind}>
      <section
        className="play"
        aria-labelledby={id}
        data-testid={kind}
        data-activity={life.id}
        data-state={life.state}
        data-open={isOpen}
        data-pops={view.pops && isOpen}
      >
        <Head view={view} one={one} isOpen={isOpen} onFold={onFold} />
        <h2 className={isOpen && view.titled === 'frame' ? 'play-title' : 'sr-only'} id={id}>
          {view.title}
        </h2>
        {isOpen && <Body view={view} life={life} titleId={id} />}
      </section>
    </KindContext>
  )
}

interface BodyProps {
  readonly view: PlayView
  readonly life: ActivityLife
  readonly titleId: string
}

function Body({ view, life, titleId }: BodyProps) {
  const { own, self } = useScene().view
  const isIn = own.entries.some(({ activityId }) => activityId === life.id)
  useTune(view.gives ? 'got' : 'in', Number(isIn))
  const steps = useProgress(life, isIn)
  const isMet = steps?.every((step) => step.isMet) ?? true
  const mayEnter = isMet && life.state === 'open' && self?.role === 'viewer'
  return <div className="play-in">{view.body({ titleId, steps, mayEnter })}</div>
}

interface HeadProps extends Omit<PlayCardProps, 'room'> {
  readonly view: PlayView
}

function Head({ view, one, isOpen, onFold }: HeadProps) {
  const { t } = useWords()
  const { kind } = one
  return (
    <header className="play-head">
      {!(view.pops && isOpen) && (
        <span className="play-badge" aria-hidden="true">
          <view.Icon size={17} />
        </span>
      )}
      <span className="play-name">
        <b>{view.name}</b>
        <small data-testid={`${kind}-note`}>{isOpen ? view.note : view.folded}</small>
      </span>
      <Time view={view} one={one} />
      {onFold && (
        <button
          className="play-fold"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'play.fold' : 'play.unfold', { name: view.name })}
          onClick={onFold}
          data-testid={`${kind}-fold`}
        >
          <ChevronDown size={20} aria-hidden="true" />
        </button>
      )}
    </header>
  )
}

function Time({ view, one: { kind, life } }: Pick<HeadProps, 'view' | 'one'>) {
  const { t } = useWords()
  const { clock } = useScene().session.client
  if (view.ended !== null || isOver(life.state))
    return <span className="play-done">{view.ended ?? t('play.over')}</span>
  const until = countsDownTo(life)
  if (until !== null) return <Countdown clock={clock} until={until} testId={`${kind}-countdown`} />
  return life.state === 'announced' ? <span className="play-done">{t('play.soon')}</span> : null
}
