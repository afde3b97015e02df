// show:join: lets a socket into a room with the whole state, and names the process that serves the picture.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { DoorCommand } from './command.ts'

export const joinShow: DoorCommand<'show:join'> = async (ports, { person, enter }, { showId, via }) => {
  const { viewerId } = person
  // Whatever waits comes before `enter`: no frame may pass between the snapshot and the reply.
  const [mediaToken, rtpCapabilities] = await Promise.all([
    ports.tokens.mintMediaToken({ showId, viewerId }),
    ports.sfu.capabilities().catch(() => null),
  ])
  const entered = await enter(showId, via)
  if (entered === null) return refuse('SHOW_NOT_FOUND')

  const { mediaNode } = entered.snapshot.room.show
  const nodeUrl = mediaNode === ports.settings.nodeUrl ? null : mediaNode
  return { ok: true, value: { ...entered, media: { nodeUrl, mediaToken, rtpCapabilities } } }
}
