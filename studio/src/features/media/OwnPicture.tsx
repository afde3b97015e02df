// The own picture in its real shape, with what viewers see pinned over it.
import type { HostPicture } from '@lantern/shared/contract/things.ts'
import { VideoOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../words.ts'
import { StageOver } from './StageOver.tsx'

/** A camera that is off before its first picture is shown as 2 by 2 black points in Chromium: no shape of anybody's. */
const NOTHING_YET = 2

interface OwnPictureProps {
  readonly stream: MediaStream
  readonly mirrored: boolean
  readonly off: HostPicture
}

export function OwnPicture({ stream, mirrored, off }: OwnPictureProps) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const cameraOff = off !== 'shown'
  const [shape, setShape] = useState('9 / 16')
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = stream
    // A picture that nobody sees costs the host's machine nothing.
    if (cameraOff) element.pause()
    else void element.play().catch(() => undefined)
  }, [stream, cameraOff])

  return (
    <div className="picture" style={{ aspectRatio: shape }} data-shape={isTall(shape) ? 'portrait' : 'landscape'}>
      <video
        ref={video}
        data-testid="own-picture"
        data-mirrored={mirrored}
        aria-label={say('stage.ownPicture')}
        muted
        playsInline
        onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoWidth > NOTHING_YET) setShape(`${videoWidth} / ${videoHeight}`)
        }}
      />
      {cameraOff && (
        <p className="picture-off">
          <VideoOff size={28} aria-hidden="true" />
          {say(off === 'paused' ? 'stage.isPaused' : 'stage.cameraIsOff')}
        </p>
      )}
      <StageOver />
    </div>
  )
}

function isTall(shape: string): boolean {
  const [width = 9, height = 16] = shape.split('/').map(Number)
  return height > width
}
