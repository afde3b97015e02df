// Plays a stream in a video element: autoplay or tap to play, first frame, shape of the picture, layer by size.
import type { ViewerMedia } from '@lantern/shared/client/types.ts'
import { useCallback, useEffect, useState } from 'react'

export interface Picture {
  /** The first frame has been seen. */
  readonly hasPicture: boolean
  /** Width by height of the picture; null before the first frame. */
  readonly shape: number | null
  /** The browser wants a tap before it plays. */
  readonly needsTap: boolean
  readonly play: () => void
}

export function useVideo(
  video: HTMLVideoElement | null,
  media: ViewerMedia | null,
  stream: MediaStream | null,
): Picture {
  const [seen, setSeen] = useState<{ shape: number } | null>(null)
  const [needsTap, setNeedsTap] = useState(false)

  const play = useCallback(() => {
    video?.play().then(
      () => setNeedsTap(false),
      (error: unknown) => setNeedsTap(error instanceof DOMException && error.name === 'NotAllowedError'),
    )
  }, [video])

  useEffect(() => {
    // The old stream stays until there is another: the last frame is better than none.
    if (video === null || stream === null) return
    attach(video, stream)
    play()
    return onFrame(video, () => {
      media?.sawFrame()
      setSeen({ shape: video.videoWidth / Math.max(1, video.videoHeight) })
    })
  }, [video, stream, media, play])

  useEffect(() => {
    return video === null ? undefined : followSize(video, media, (shape) => setSeen({ shape }))
  }, [video, media])

  return { hasPicture: seen !== null, shape: seen?.shape ?? null, needsTap, play }
}

function attach(video: HTMLVideoElement, stream: MediaStream) {
  if (video.srcObject !== stream) video.srcObject = stream
}

/** Calls back with the stream's first frame; answers the undo. */
function onFrame(video: HTMLVideoElement, saw: () => void): () => void {
  if ('requestVideoFrameCallback' in video) {
    const handle = video.requestVideoFrameCallback(saw)
    return () => video.cancelVideoFrameCallback(handle)
  }
  const element: HTMLVideoElement = video
  element.addEventListener('playing', saw, { once: true })
  return () => element.removeEventListener('playing', saw)
}

/** Tells the media how wide the picture is shown, and the page when the picture turns; answers the undo. */
function followSize(video: HTMLVideoElement, media: ViewerMedia | null, turned: (shape: number) => void): () => void {
  const watcher = new ResizeObserver(() => media?.preferWidth(Math.round(video.clientWidth * devicePixelRatio)))
  const onTurn = () => video.videoHeight > 0 && turned(video.videoWidth / video.videoHeight)
  watcher.observe(video)
  video.addEventListener('resize', onTurn)
  return () => {
    watcher.disconnect()
    video.removeEventListener('resize', onTurn)
  }
}
