// The one line that says what is wrong with picture or connection, and what stands in while the host shows none; null when all is well.
import type { RoomStatus, ViewerMediaStatus } from '@lantern/shared/client/types.ts'
import type { HostPicture, HostStatus, Show } from '@lantern/shared/contract/things.ts'

export type Line = 'connectionLost' | 'hostAway' | 'blocked' | 'slow' | 'soonPicture'
/** Said over a picture that stands in for the host's. */
export type StandIn = 'cameraOff' | 'hostPaused'

interface Facts {
  readonly status: RoomStatus
  readonly host: HostStatus
  readonly picture: HostPicture
  readonly media: ViewerMediaStatus
  readonly hasPicture: boolean
  /** The picture has been on its way for longer than a patient person waits. */
  readonly waitedLong: boolean
}

export function pictureLine({ status, host, picture, media, hasPicture, waitedLong }: Facts): Line | null {
  if (status === 'reconnecting') return 'connectionLost'
  if (host === 'away') return 'hostAway'
  if (media === 'unsupported') return 'blocked'
  if (host === 'off') return 'soonPicture'
  // No picture is on its way then: the stand-in says why.
  if (picture !== 'shown') return null
  if (media === 'stalled') return 'slow'
  return !hasPicture && waitedLong ? 'slow' : null
}

const STAND_INS = { shown: null, camera_off: 'cameraOff', paused: 'hostPaused' } as const

export function standInOf({ host, picture }: Pick<Show, 'host' | 'picture'>): StandIn | null {
  return host === 'on' ? STAND_INS[picture] : null
}
