// The host's controls beside the picture: mute, camera, pause, change of source, go live and end.
import { Mic, MicOff, Pause, Play, RefreshCw, Video, VideoOff, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { EndButton } from './EndButton.tsx'
import { usePictureView, type Sending } from './useHostPicture.ts'
import { useReach } from './useReach.ts'

interface ControlsProps {
  readonly sending: Sending
  readonly onChange: () => void
}

export function Controls({ sending, onChange }: ControlsProps) {
  const { say } = useWords()
  const { picture } = sending
  const { muted, cameraOff, paused } = usePictureView(picture)

  return (
    <div className="controls" role="toolbar" aria-label={say('stage.controls')}>
      <Control
        id="mute"
        label={muted ? say('stage.unmute') : say('stage.mute')}
        off={muted}
        Icon={muted ? MicOff : Mic}
        onClick={() => picture.setMuted(!muted)}
      />
      <Control
        id="camera-off"
        label={cameraOff ? say('stage.cameraOn') : say('stage.cameraOff')}
        off={cameraOff}
        Icon={cameraOff ? VideoOff : Video}
        onClick={() => picture.setCameraOff(!cameraOff)}
      />
      <Control
        id="pause"
        label={paused ? say('stage.goOn') : say('stage.pause')}
        off={paused}
        Icon={paused ? Play : Pause}
        onClick={() => picture.setPaused(!paused)}
      />
      <Control id="change-source" label={say('stage.changeSource')} off={false} Icon={RefreshCw} onClick={onChange} />
      <OnAirButton sending={sending} />
    </div>
  )
}

interface ControlProps {
  readonly id: string
  readonly label: string
  readonly off: boolean
  readonly Icon: LucideIcon
  readonly onClick: () => void
}

function Control({ id, label, off, Icon, onClick }: ControlProps) {
  return (
    <button className="control" data-testid={id} data-off={off} aria-label={label} title={label} onClick={onClick}>
      <Icon size={22} aria-hidden="true" />
    </button>
  )
}

/** Go live; while live without sending (a new tab, another device took over), send from here; while sending, end. */
function OnAirButton({ sending }: { readonly sending: Sending }) {
  const { say } = useWords()
  const { sending: meant } = usePictureView(sending.picture)
  const { busy, goLive } = useGoLive(sending)
  const { reach, live } = useReach(sending)
  const word = reach === 'elsewhere' ? 'stage.takeBack' : live ? 'stage.sendFromHere' : 'stage.goLive'

  return (
    <>
      {(!live || !meant) && (
        <button className="btn main go-live" data-testid="go-live" disabled={busy} onClick={() => void goLive()}>
          {say(busy ? 'stage.goingLive' : word)}
        </button>
      )}
      {live && <EndButton />}
    </>
  )
}

/** The picture is sent first, so that viewers find one when the show goes live. */
function useGoLive({ picture }: Sending) {
  const { send } = useDesk()
  const [busy, setBusy] = useState(false)
  const goLive = async (): Promise<void> => {
    setBusy(true)
    try {
      if (await picture.send()) await send('show:goLive', {})
    } finally {
      setBusy(false)
    }
  }
  return { busy, goLive }
}
