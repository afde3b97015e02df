// media:capabilities and media:subscribe: a viewer takes the picture from the process that serves it.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command, Ports } from '../../commands/command.ts'

async function isElsewhere({ rooms, settings }: Ports, showId: ShowId): Promise<boolean> {
  const mediaNode = (await rooms.findShow(showId))?.mediaNode ?? null
  return mediaNode !== null && mediaNode !== settings.nodeUrl
}

export const readCapabilities: Command<'media:capabilities'> = async (ports, { showId }) => {
  if (await isElsewhere(ports, showId)) return refuse('MEDIA_ELSEWHERE')
  return grant({ rtpCapabilities: await ports.sfu.capabilities() })
}

export const subscribeMedia: Command<'media:subscribe'> = async (ports, { showId, peer }, input) => {
  if (await isElsewhere(ports, showId)) return refuse('MEDIA_ELSEWHERE')
  return ports.sfu.subscribe(peer, input)
}
