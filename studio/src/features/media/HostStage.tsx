// The stage of whoever may host: first choosing a source, then the own picture with its health and controls.
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useDeskKey } from '../../desk/useDeskKeys.ts'
import { Controls } from './Controls.tsx'
import { Health } from './Health.tsx'
import { HostLine } from './HostLine.tsx'
import { OwnPicture } from './OwnPicture.tsx'
import { Preflight } from './Preflight.tsx'
import { usePictureView, type Sending } from './useHostPicture.ts'

export function HostStage({ sending }: { readonly sending: Sending }) {
  const { say } = useWords()
  const { room } = useDesk()
  const { picture } = sending
  const view = usePictureView(picture)
  const [changing, setChanging] = useState(false)
  useDeskKey('m', () => view.stream && picture.setMuted(!view.muted))

  if (!view.stream || changing)
    return (
      <section className="stage choosing" aria-label={say('stage.title')}>
        <Preflight picture={picture} onDone={() => setChanging(false)} changing={changing && view.stream !== null} />
      </section>
    )
  return (
    <section className="stage" aria-label={say('stage.title')} data-live={room.show.phase === 'live'}>
      <OwnPicture
        stream={view.stream}
        mirrored={view.choice?.kind === 'camera'}
        off={view.paused ? 'paused' : view.cameraOff ? 'camera_off' : 'shown'}
      />
      <Health media={sending.media} stream={view.stream} muted={view.muted || view.paused} />
      <HostLine sending={sending} />
      <Controls sending={sending} onChange={() => setChanging(true)} />
    </section>
  )
}
