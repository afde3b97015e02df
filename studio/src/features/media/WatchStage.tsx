// The stage of whoever may not host: no picture of their own, but what viewers see pinned, and how the host is.
import type { HostPicture } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { Lantern } from '../../session/Lantern.tsx'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { StageOver } from './StageOver.tsx'

const HOST: Record<'off' | 'away', WordKey> = { off: 'watch.off', away: 'watch.away' }
const SHOWN: Record<HostPicture, WordKey> = {
  shown: 'watch.on',
  camera_off: 'watch.cameraOff',
  paused: 'watch.paused',
}

export function WatchStage() {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const { host, picture, phase } = room.show
  const word = host === 'on' ? SHOWN[picture] : HOST[host]

  return (
    <section className="stage" aria-label={say('stage.title')}>
      <div className="picture poster" data-shape="portrait" style={{ aspectRatio: '9 / 16' }}>
        <div>
          <Lantern size={72} />
          <b>{pickText(room.show.title, locale)}</b>
          <p className="poster-host" data-testid="host-status" data-host={host} role="status">
            {phase === 'live' ? say(word) : say('watch.notLive')}
          </p>
        </div>
        <StageOver />
      </div>
    </section>
  )
}
