// The host's picture, edge to edge on a phone, in its own shape on a wide screen; a poster until it comes.
import type { CSSProperties } from 'react'
import { LanternScene } from '../parts/LanternScene.tsx'
import { useWords } from '../useWords.ts'
import { Backdrop } from './Backdrop.tsx'
import type { StandIn as Reason } from '../view/lines.ts'
import { StandIn } from './StandIn.tsx'
import type { Player } from './usePlayer.ts'

interface StageProps {
  readonly player: Player
  readonly isDimmed: boolean
  readonly standIn: Reason | null
}

export function Stage({ player, isDimmed, standIn }: StageProps) {
  const { t } = useWords()
  const { picture, video, setVideo, muted } = player
  const shape = picture.shape
  const isLandscape = shape !== null && shape > 1
  const style = { '--shape': shape ?? 9 / 16 } as CSSProperties
  return (
    <div className="stage-cell">
      <div className={isDimmed ? 'stage stage-dimmed' : 'stage'} style={style}>
        {isLandscape && <Backdrop video={video} shape={shape} />}
        <video
          className={isLandscape ? 'video video-landscape' : 'video'}
          ref={setVideo}
          autoPlay
          playsInline
          muted={muted}
          aria-label={t('picture')}
          data-testid="video"
        />
        {standIn !== null && <StandIn reason={standIn} />}
        {!picture.hasPicture && standIn === null && (
          <div className="poster" data-testid="joining">
            <LanternScene shimmer />
          </div>
        )}
      </div>
    </div>
  )
}
