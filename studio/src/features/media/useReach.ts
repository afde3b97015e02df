// Whom the host's picture reaches now, for the line and the buttons of the stage.
import { useDesk } from '../../desk/DeskContext.ts'
import { type Reach, reachOf } from './reach.ts'
import { useMediaView, usePictureView, type Sending } from './useHostPicture.ts'

export function useReach({ media, picture }: Sending): { readonly reach: Reach; readonly live: boolean } {
  const { room, status } = useDesk()
  const { status: mediaStatus } = useMediaView(media)
  const { sending: meant } = usePictureView(picture)
  const flowing = mediaStatus === 'on' && status === 'joined'
  return { reach: reachOf({ meant, flowing, show: room.show }), live: room.show.phase === 'live' }
}
