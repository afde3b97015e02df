// The plays that run beside the one over the card: a small tile each, with its time; a tap brings it over the card.
import { countsDownTo } from '@lantern/shared/activities/countsDownTo.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import type { Listed } from './pick.ts'
import type { Plays } from './usePlays.ts'
import { usePlayView } from './usePlayView.ts'
import './tiles.css'

interface TilesProps {
  readonly room: RoomState
  readonly plays: Plays
}

export function Tiles({ room, plays: { beside, take } }: TilesProps) {
  const { t } = useWords()
  if (beside.length === 0) return null
  return (
    <aside className="play-tiles" aria-label={t('play.alsoOn')}>
      {beside.map((one) => (
        <Tile key={one.life.id} room={room} one={one} onTap={() => take(one)} />
      ))}
    </aside>
  )
}

interface TileProps extends Pick<TilesProps, 'room'> {
  readonly one: Listed
  readonly onTap: () => void
}

function Tile({ room, one, onTap }: TileProps) {
  const { clock } = useScene().session.client
  const view = usePlayView(room, one)
  if (view === null) return null
  const { kind, life, calls = false } = one
  const label = `${view.name}: ${view.title}`
  const until = life.state === 'open' ? countsDownTo(life) : null
  return (
    <button
      className="play-tile"
      aria-label={calls ? `${label}, ${view.folded}` : label}
      onClick={onTap}
      data-testid={`${kind}-tile`}
      data-activity={life.id}
      data-calls={calls}
    >
      <view.Icon size={20} aria-hidden="true" />
      {until === null ? (
        <span className="play-tile-name">{calls ? view.folded : view.name}</span>
      ) : (
        <Countdown clock={clock} until={until} short />
      )}
    </button>
  )
}
