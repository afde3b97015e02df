// A show's picture from the camera to a screen: sent, watched, steered and reported, with the overlay that shows it elsewhere.
import { audioParameters, dtlsParameters, videoParameters, viewerCapabilities } from '../../media/fakePeers.ts'
import type { Fuzzer } from './crowd.ts'
import type { CrowdParts } from './crowdStory.ts'

export interface PictureParts extends Omit<CrowdParts, 'showId'> {
  readonly overlay: Fuzzer
}

type Say = (who: Fuzzer | undefined, name: string, input: unknown) => Promise<Record<string, unknown>>

const NOBODY = 'nobody'
const WISH = { rtpCapabilities: viewerCapabilities(), forceTcp: false }
/** Of a browser that decodes nothing that we send. */
const DECODES_NOTHING = { rtpCapabilities: { codecs: [], headerExtensions: [] }, forceTcp: false }
const FIRST_FRAME = { joinMs: 100, subscribeMs: 20, connectMs: 50, firstFrameMs: 300 }

const idOf = (value: unknown): unknown => Object(value)['id']

/** Before there is a picture, and each way of steering one that is not there. */
async function tellOfNoPicture(say: Say, owner: Fuzzer, ann: Fuzzer | undefined): Promise<void> {
  await say(ann, 'media:capabilities', {})
  await say(ann, 'media:subscribe', WISH)
  const connection = { transportId: NOBODY, dtlsParameters: dtlsParameters() }
  await say(owner, 'media:produce', { transportId: NOBODY, kind: 'audio', rtpParameters: audioParameters() })
  await say(owner, 'media:pauseProducer', { producerId: NOBODY, paused: true })
  await say(ann, 'media:connect', connection)
  await say(ann, 'media:resume', { transportId: NOBODY })
  await say(ann, 'media:preferLayer', { consumerId: NOBODY, spatialLayer: 0 })
  await say(ann, 'media:restartIce', { transportId: NOBODY })
}

async function goOn(say: Say, owner: Fuzzer): Promise<void> {
  // Of two at once the later one counts.
  await Promise.all([say(owner, 'media:openSend', {}), say(owner, 'media:openSend', {})])
  const transportId = idOf((await say(owner, 'media:openSend', {}))['transport'])
  await say(owner, 'media:produce', { transportId, kind: 'audio', rtpParameters: audioParameters() })
  const video = { transportId, kind: 'video', rtpParameters: videoParameters() }
  const { producerId } = await say(owner, 'media:produce', video)
  for (const paused of [true, false]) await say(owner, 'media:pauseProducer', { producerId, paused })
}

async function watch(say: Say, ann: Fuzzer | undefined): Promise<void> {
  await say(ann, 'media:subscribe', DECODES_NOTHING)
  const { transport, consumers } = await say(ann, 'media:subscribe', WISH)
  const transportId = idOf(transport)
  const consumerId = Array.isArray(consumers) ? idOf(consumers.at(-1)) : null
  await say(ann, 'media:connect', { transportId, dtlsParameters: dtlsParameters() })
  await say(ann, 'media:resume', { transportId })
  await say(ann, 'media:preferLayer', { consumerId, spatialLayer: 0 })
  await say(ann, 'media:restartIce', { transportId })
  await say(ann, 'media:reportFirstFrame', FIRST_FRAME)
}

export async function tellOfPicture({ owner, viewers, overlay, onReply }: PictureParts): Promise<void> {
  const say: Say = async (who, name, input) => {
    const reply = await who?.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  const [ann] = viewers
  await say(owner, 'show:goLive', {})
  await tellOfNoPicture(say, owner, ann)
  await goOn(say, owner)
  await watch(say, ann)
  await say(overlay, 'overlay:beat', { active: true, painted: true })
  for (const name of ['overlay:status', 'overlay:revoke', 'overlay:renew']) await say(owner, name, {})
  await say(owner, 'show:end', {})
}
