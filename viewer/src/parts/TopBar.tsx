// Who is on, how many are there, sound, and the buttons of the corner; on its own scrim over the picture.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Volume2, VolumeX } from 'lucide-react'
import type { Player } from '../media/usePlayer.ts'
import { useWords } from '../useWords.ts'
import type { StandIn } from '../view/lines.ts'
import { Corner } from './Corner.tsx'
import { LanternMark } from './LanternMark.tsx'

interface TopBarProps {
  readonly room: RoomState
  readonly player: Player
  readonly standIn: StandIn | null
}

export function TopBar({ room, player, standIn }: TopBarProps) {
  const { t, text, count } = useWords()
  // Who came while the camera is off has had no frame, and may want to hear the host all the same.
  const isThere = player.picture.hasPicture || standIn === 'cameraOff'
  return (
    <header className="top">
      <div className="top-row">
        <div className="chip">
          <LanternMark />
          <div className="chip-words">
            <h1 className="chip-title">{text(room.show.title)}</h1>
            <p className="chip-line">
              {standIn === 'hostPaused' ? (
                <span className="live is-paused">{t('pausedTag')}</span>
              ) : (
                <span className="live">{t('live')}</span>
              )}
              <span data-testid="viewers" data-count={room.viewers}>
                {t('watching', { n: count(room.viewers) })}
              </span>
            </p>
          </div>
        </div>
        <span className="top-gap" />
        {!player.muted && <SoundOff player={player} />}
        <Corner />
      </div>
      {player.muted && isThere && !player.picture.needsTap && <TapForSound player={player} />}
    </header>
  )
}

function SoundOff({ player }: { readonly player: Player }) {
  const { t } = useWords()
  return (
    <button className="round" aria-label={t('soundOff')} onClick={() => player.setMuted(true)} data-testid="sound">
      <Volume2 size={20} aria-hidden="true" />
    </button>
  )
}

function TapForSound({ player }: { readonly player: Player }) {
  const { t } = useWords()
  const tap = () => {
    player.setMuted(false)
    player.picture.play()
  }
  return (
    <button className="sound-pill" onClick={tap} data-testid="sound">
      <VolumeX size={18} aria-hidden="true" />
      {t('tapForSound')}
    </button>
  )
}
