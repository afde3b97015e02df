// The host's picture and its sending, alive as long as the desk; resumes what this tab sent before a reload.
import { createHostMedia } from '@lantern/shared/client/hostMedia.ts'
import type { HostMedia, RoomClient } from '@lantern/shared/client/types.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openSource } from '../../sources/openSource.ts'
import { createPicture, type Picture } from '../../sources/picture.ts'
import { createSourceMemory } from '../../sources/remembered.ts'

export interface Sending {
  readonly media: HostMedia
  readonly picture: Picture
}

export function useHostPicture(client: RoomClient): Sending {
  const [sending] = useState(() => createSending(client))
  useEffect(() => {
    void sending.picture.resume()
    return () => {
      sending.picture.close()
      sending.media.close()
    }
  }, [sending])
  return sending
}

function createSending(client: RoomClient): Sending {
  const media = createHostMedia({ room: client, url: location.origin })
  const memory = createSourceMemory(sessionStorage, client.showId)
  return { media, picture: createPicture({ media, memory, open: openSource }) }
}

export function usePictureView(picture: Picture) {
  return useSyncExternalStore(picture.subscribe, picture.getView)
}

export function useMediaView(media: HostMedia) {
  return useSyncExternalStore(media.subscribe, media.getView)
}
