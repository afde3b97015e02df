// The viewer's way out: one transport with a paused consumer for each of the host's producers, resumed together.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { types } from 'mediasoup'
import { Plain, transportOptions } from './candidates.ts'
import { isGone } from './gone.ts'
import { RtpCapabilitiesShape } from './mediaShapes.ts'
import type { SendingNeeds } from './sending.ts'
import type { Sfu } from './sfu.ts'
import { openTransport } from './sides.ts'
import type { PeerSides, ReceiveSide } from './sides.ts'
import type { Stage } from './stages.ts'

type Subscribe = Parameters<Sfu['subscribe']>[1]
type Subscribed = Awaited<ReturnType<Sfu['subscribe']>>
type Done = Awaited<ReturnType<Sfu['resume']>>

const VIEWER_CONSENT_SECONDS = 20

export async function subscribe(
  sides: PeerSides,
  input: Subscribe,
  { stages, ways }: SendingNeeds,
): Promise<Subscribed> {
  const turn = ++sides.turn.receive
  const stage = stages.get(sides.showId)
  const producers = playing(stage)
  if (!stage || producers.length === 0) return refuse('MEDIA_UNAVAILABLE')
  const rtpCapabilities = RtpCapabilitiesShape.parse(input.rtpCapabilities)
  if (!producers.every((producer) => canConsume(stage, producer, rtpCapabilities))) return refuse('CANNOT_CONSUME')
  const side = await receiveOn({ stage, producers, rtpCapabilities, forceTcp: input.forceTcp })
  if (typeof side === 'string') return refuse(side)
  if (sides.closed || turn !== sides.turn.receive) {
    side.transport.close()
    return refuse('MEDIA_UNAVAILABLE')
  }
  sides.receive?.transport.close()
  sides.receive = side
  return grant({
    transport: transportOptions(side.transport, ways),
    consumers: side.consumers.map(({ id, producerId, kind, rtpParameters }) => ({
      id,
      producerId,
      kind,
      rtpParameters: Plain.parse(rtpParameters),
    })),
  })
}

/** The producers of the host on stage; none without a picture. */
function playing(stage: Stage | null): types.Producer[] {
  const producers = [...(stage?.host?.producers.values() ?? [])].filter((producer) => !producer.closed)
  return producers.some((producer) => producer.kind === 'video') ? producers : []
}

/** Hostile capabilities make mediasoup throw or log; either way the answer is no. */
function canConsume(stage: Stage, producer: types.Producer, rtpCapabilities: types.RtpCapabilities): boolean {
  try {
    return stage.router.canConsume({ producerId: producer.id, rtpCapabilities })
  } catch {
    return false
  }
}

interface Wish {
  readonly stage: Stage
  readonly producers: readonly types.Producer[]
  readonly rtpCapabilities: types.RtpCapabilities
  readonly forceTcp: boolean
}

async function receiveOn(wish: Wish): Promise<ReceiveSide | 'MEDIA_UNAVAILABLE' | 'CANNOT_CONSUME'> {
  const { stage, producers, rtpCapabilities, forceTcp } = wish
  let transport: types.WebRtcTransport | null = null
  try {
    const { server } = stage.slot
    const opened = await openTransport(stage.router, { server, forceTcp, consentSeconds: VIEWER_CONSENT_SECONDS })
    transport = opened
    opened.on('dtlsstatechange', (state) => (state === 'closed' || state === 'failed') && opened.close())
    const consumers = await Promise.all(
      producers.map(({ id }) => opened.consume({ producerId: id, rtpCapabilities, paused: true })),
    )
    return { transport, consumers }
  } catch {
    transport?.close()
    return producers.some((producer) => producer.closed) ? 'MEDIA_UNAVAILABLE' : 'CANNOT_CONSUME'
  }
}

export async function resume(
  sides: PeerSides | undefined,
  { transportId }: Parameters<Sfu['resume']>[1],
): Promise<Done> {
  const side = sides?.receive
  if (!side || side.transport.closed || side.transport.id !== transportId) return refuse('TRANSPORT_NOT_FOUND')
  try {
    await Promise.all(side.consumers.filter((consumer) => !consumer.closed).map((consumer) => consumer.resume()))
    return grant({})
  } catch (error) {
    if (isGone(error) || side.transport.closed || side.consumers.some((consumer) => consumer.closed)) {
      return refuse('TRANSPORT_NOT_FOUND')
    }
    throw error
  }
}

export async function preferLayer(
  sides: PeerSides | undefined,
  { consumerId, spatialLayer }: Parameters<Sfu['preferLayer']>[1],
): Promise<Done> {
  const consumer = sides?.receive?.consumers.find((one) => one.id === consumerId && !one.closed)
  if (!consumer) return refuse('TRANSPORT_NOT_FOUND')
  // A picture of one layer has nothing to prefer.
  if (consumer.type !== 'simulcast') return grant({})
  try {
    await consumer.setPreferredLayers({ spatialLayer })
    return grant({})
  } catch (error) {
    if (isGone(error) || consumer.closed) return refuse('TRANSPORT_NOT_FOUND')
    throw error
  }
}
