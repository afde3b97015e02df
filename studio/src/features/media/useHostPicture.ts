// The host's picture and its sending, alive as long as the show is open here, whatever becomes of the desk's parts; resumes what this tab sent before a reload.
import { createHostMedia } from '@lantern/shared/client/hostMedia.ts'
import type { HostMedia, RoomClient } from '@lantern/shared/client/types.ts'
import { createContext, useEffect, useState, useSyncExternalStore } from 'react'
import { openSource } from './sources/openSource.ts'
import { createPicture, type Picture } from './sources/picture.ts'
import { createSourceMemory } from './sources/remembered.ts'

export interface Sending {
  readonly media: HostMedia
  readonly picture: Picture
}

/** Null for who may not host. */
export const SendingContext = createContext<Sending | null>(null)

interface HostPictureNeeds {
  readonly client: RoomClient
  readonly mayHost: boolean
  /** The room has been joined and its show has not ended. */
  readonly open: boolean
}

/** Null for who may not host. The camera is let go when the show ends. */
export function useHostPicture({ client, mayHost, open }: HostPictureNeeds): Sending | null {
  const [sending] = useState(() => (mayHost ? createSending(client) : null))
  useEffect(() => {
    if (!open || !sending) return
    void sending.picture.resume()
    return () => {
      sending.picture.close()
      sending.media.close()
    }
  }, [sending, open])
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
