// Everything about the picture that the page needs: element, stream, sound, waiting.
import type { ViewerMediaStatus } from '@lantern/shared/client/types.ts'
import { useEffect, useState } from 'react'
import type { Session } from '../session.ts'
import type { Picture } from './useVideo.ts'
import { useVideo } from './useVideo.ts'
import { useViewerMedia } from './useViewerMedia.ts'
import { useWakeLock } from './useWakeLock.ts'

export interface Player {
  readonly picture: Picture
  readonly status: ViewerMediaStatus
  readonly video: HTMLVideoElement | null
  readonly setVideo: (video: HTMLVideoElement | null) => void
  readonly muted: boolean
  readonly setMuted: (muted: boolean) => void
  readonly waitedLong: boolean
}

const PATIENCE_MS = 8_000

export function usePlayer(session: Session): Player {
  const { media, view } = useViewerMedia(session)
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const [muted, setMuted] = useState(true)
  const picture = useVideo(video, media, view.stream)
  const waitedLong = useWaited(view.status === 'connecting')
  useWakeLock(view.status === 'playing')
  useEffect(() => {
    if (video !== null) setSound(video, !muted)
  }, [video, muted])
  return { picture, status: view.status, video, setVideo, muted, setMuted, waitedLong }
}

/** React sets `muted` only at first; later it has to be told to the element. */
function setSound(video: HTMLVideoElement, isOn: boolean) {
  video.muted = !isOn
}

function useWaited(isWaiting: boolean): boolean {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setWaited(false)
    }
  }, [isWaiting])
  return waited
}
