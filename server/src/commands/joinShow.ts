// show:join: lets a socket into a room with the whole state, and names the process that serves the picture.
import type { MediaPlace } from '@lantern/shared/contract/media.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { CommandBeforeJoining } from './command.ts'

/** An overlay lies over a picture that OBS has already: it gets no token for one. */
const NO_MEDIA: MediaPlace = { nodeUrl: null, mediaToken: '', rtpCapabilities: null }

export const joinShow: CommandBeforeJoining<'show:join'> = async (ports, { person, enter }, { showId, via }) => {
  if (person.kind === 'overlay') {
    if (person.showId !== showId) return refuse('NOT_ALLOWED')
    const entered = await enter(showId, null)
    return entered === null
      ? refuse('SHOW_NOT_FOUND')
      : { ok: true, value: { ...entered, media: NO_MEDIA, combines: false } }
  }
  const { viewerId } = person
  // Whatever waits comes before `enter`: no frame may pass between the snapshot and the reply.
  const rtpCapabilities = await ports.sfu.capabilities().catch(() => null)
  const entered = await enter(showId, via)
  if (entered === null) return refuse('SHOW_NOT_FOUND')
  if (person.kind === 'viewer') ports.visits.add({ showId, viewerId })

  const mediaToken = ports.tokens.mintMediaToken({ showId, viewerId })
  const { mediaNode } = entered.snapshot.room.show
  const { combines } = ports.settings
  const nodeUrl = mediaNode === ports.settings.nodeUrl ? null : mediaNode
  return { ok: true, value: { ...entered, media: { nodeUrl, mediaToken, rtpCapabilities }, combines } }
}
