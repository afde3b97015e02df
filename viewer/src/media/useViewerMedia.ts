// The picture's stream and status as React state; the media code is loaded only once there is a show to see.
import type { ViewerMedia, ViewerMediaStatus } from '@lantern/shared/client/types.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Session } from '../session.ts'

interface MediaView {
  readonly status: ViewerMediaStatus
  readonly stream: MediaStream | null
}

const NOTHING: MediaView = { status: 'waiting', stream: null }
const neverChanges = () => () => undefined

export function useViewerMedia({ client, openMedia }: Session): { media: ViewerMedia | null; view: MediaView } {
  const [media, setMedia] = useState<ViewerMedia | null>(null)
  useEffect(() => {
    let gone = false
    let opened: ViewerMedia | null = null
    void openMedia(client).then((made) => {
      opened = made
      if (gone) made.close()
      else setMedia(made)
    })
    return () => {
      gone = true
      opened?.close()
    }
  }, [client, openMedia])
  const view = useSyncExternalStore(media?.subscribe ?? neverChanges, () => media?.getView() ?? NOTHING)
  return { media, view }
}
