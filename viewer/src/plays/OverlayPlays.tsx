// The play in front over the picture of OBS: readable across a room, with its name, its time and its kind's body.
import { countsDownTo } from '@lantern/shared/activities/countsDownTo.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useScene, useStepMs, useWords } from '../overlay/scene.ts'
import { useLater, useListed } from '../useParts.ts'
import { frontOf, type Listed } from './pick.ts'
import './overlay.css'
import type { OverlayView } from './overlayPlay.tsx'

export function OverlayPlays({ room }: { readonly room: RoomState }) {
  const all = useListed('overlay.play').flatMap(({ key, listIn }) =>
    listIn(room).map((life): Listed => ({ kind: key, life })),
  )
  const front = frontOf(all, room.front?.activityId ?? null)
  return front === null ? null : <InFront key={front.life.id} room={room} front={front} />
}

interface InFrontProps {
  readonly room: RoomState
  readonly front: Listed
}

function InFront({ room, front: { kind, life } }: InFrontProps) {
  const words = useWords()
  const view = useLater('overlay.play', kind)?.play.viewOf({ id: life.id, room, words }) ?? null
  if (view === null) return null
  return (
    <article
      className={`overlay-card overlay-play overlay-${kind}`}
      data-testid={`overlay-${kind}`}
      data-state={life.state}
      data-wide={view.isWide}
    >
      <Head kind={kind} view={view} />
      <h1>{view.title}</h1>
      {view.body()}
    </article>
  )
}

function Head({ kind, view }: { readonly kind: string; readonly view: OverlayView }) {
  const { t } = useWords()
  const { clock } = useScene().client
  const stepMs = useStepMs()
  const until = countsDownTo(view.life)
  const isDone = view.ended !== null || isOver(view.life.state)
  return (
    <header>
      <span className="overlay-play-badge" aria-hidden="true">
        <view.Icon />
      </span>
      <b>{view.name}</b>
      <small>{view.note}</small>
      {isDone && <span>{view.ended ?? t('play.over')}</span>}
      {!isDone && until !== null && (
        <Countdown clock={clock} until={until} stepMs={stepMs} testId={`overlay-${kind}-countdown`} />
      )}
    </header>
  )
}
