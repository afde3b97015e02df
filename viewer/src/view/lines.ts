// The one line that says what is wrong with picture or connection; null when nothing is.
import type { RoomStatus, ViewerMediaStatus } from '@lantern/shared/client/types.ts'
import type { HostStatus } from '@lantern/shared/contract/things.ts'

export type Line = 'connectionLost' | 'hostAway' | 'blocked' | 'slow' | 'soonPicture'

interface Facts {
  readonly status: RoomStatus
  readonly host: HostStatus
  readonly media: ViewerMediaStatus
  readonly hasPicture: boolean
  /** The picture has been on its way for longer than a patient person waits. */
  readonly waitedLong: boolean
}

export function pictureLine({ status, host, media, hasPicture, waitedLong }: Facts): Line | null {
  if (status === 'reconnecting') return 'connectionLost'
  if (host === 'away') return 'hostAway'
  if (media === 'unsupported') return 'blocked'
  if (host === 'off') return 'soonPicture'
  if (media === 'stalled') return 'slow'
  return !hasPicture && waitedLong ? 'slow' : null
}
