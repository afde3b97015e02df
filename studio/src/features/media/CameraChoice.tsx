// Camera and microphone as a source; their names appear once the browser may tell them.
import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cameraReachable, listDevices, type Devices } from './sources/camera.ts'
import type { Picture } from './sources/picture.ts'
import { useWords } from '../../words.ts'
import { usePictureView } from './useHostPicture.ts'

interface CameraChoiceProps {
  readonly picture: Picture
  readonly choose: Picture['choose']
  readonly Icon: LucideIcon
}

export function CameraChoice({ picture, choose, Icon }: CameraChoiceProps) {
  const { say } = useWords()
  const { choice, opening } = usePictureView(picture)
  const devices = useDevices()
  const before = choice?.kind === 'camera' ? choice : null
  const [cameraId, setCameraId] = useState(before?.cameraId ?? '')
  const [microphoneId, setMicrophoneId] = useState(before?.microphoneId ?? '')

  return (
    <article className="source">
      <Icon size={26} aria-hidden="true" />
      <h3>{say('source.camera')}</h3>
      <p className="quiet small">
        {cameraReachable()
          ? say('source.cameraLead')
          : say('source.needsHttps', { address: `https://${location.host}` })}
      </p>
      <DeviceSelect
        label={say('source.whichCamera')}
        devices={devices.cameras}
        value={cameraId}
        onChange={setCameraId}
      />
      <DeviceSelect
        label={say('source.whichMicrophone')}
        devices={devices.microphones}
        value={microphoneId}
        onChange={setMicrophoneId}
      />
      <div className="source-acts">
        <button
          className="btn"
          data-testid="source-camera"
          disabled={opening || !cameraReachable()}
          onClick={() =>
            void choose({ kind: 'camera', cameraId: cameraId || null, microphoneId: microphoneId || null })
          }
        >
          {say('source.useCamera')}
        </button>
      </div>
    </article>
  )
}

interface DeviceSelectProps {
  readonly label: string
  readonly devices: readonly MediaDeviceInfo[]
  readonly value: string
  readonly onChange: (id: string) => void
}

function DeviceSelect({ label, devices, value, onChange }: DeviceSelectProps) {
  const { say } = useWords()
  if (devices.length < 2) return null

  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say('source.default')}</option>
        {devices.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || label}
          </option>
        ))}
      </select>
    </label>
  )
}

function useDevices(): Devices {
  const [devices, setDevices] = useState<Devices>({ cameras: [], microphones: [] })
  useEffect(() => {
    const read = (): void => void listDevices().then(setDevices, () => undefined)
    read()
    navigator.mediaDevices?.addEventListener('devicechange', read)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', read)
  }, [])
  return devices
}
