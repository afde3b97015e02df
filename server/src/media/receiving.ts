// The viewer's way out: one transport with a paused consumer for each of the host's producers, resumed together.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { types } from 'mediasoup'
import { Plain, transportOptions } from './candidates.ts'
import { isGone } from './isGone.ts'
import { RtpCapabilitiesShape } from './mediaShapes.ts'
import type { SendingNeeds } from './sending.ts'
import type { Sfu } from './sfu.ts'
import { openTransport } from './peerTransports.ts'
import type { PeerTransports, Receiving } from './peerTransports.ts'
import type { ShowRouter } from './showRouters.ts'

type Subscribe = Parameters<Sfu['subscribe']>[1]
type Subscribed = Awaited<ReturnType<Sfu['subscribe']>>
type Done = Awaited<ReturnType<Sfu['resume']>>

const VIEWER_CONSENT_SECONDS = 20

export async function subscribe(
  peerTransports: PeerTransports,
  input: Subscribe,
  { showRouters, ways }: SendingNeeds,
): Promise<Subscribed> {
  const turn = ++peerTransports.turn.receive
  const showRouter = showRouters.get(peerTransports.showId)
  const producers = playing(showRouter)
  if (!showRouter || producers.length === 0) return refuse('MEDIA_UNAVAILABLE')
  const rtpCapabilities = RtpCapabilitiesShape.parse(input.rtpCapabilities)
  if (!producers.every((producer) => canConsume(showRouter, producer, rtpCapabilities))) return refuse('CANNOT_CONSUME')
  const receiving = await receiveOn({ showRouter, producers, rtpCapabilities, forceTcp: input.forceTcp })
  if (typeof receiving === 'string') return refuse(receiving)
  if (peerTransports.closed || turn !== peerTransports.turn.receive) {
    receiving.transport.close()
    return refuse('MEDIA_UNAVAILABLE')
  }
  peerTransports.receive?.transport.close()
  peerTransports.receive = receiving
  return grant({
    transport: transportOptions(receiving.transport, ways),
    consumers: receiving.consumers.map(({ id, producerId, kind, rtpParameters }) => ({
      id,
      producerId,
      kind,
      rtpParameters: Plain.parse(rtpParameters),
    })),
  })
}

/** The producers of the host whose picture the router carries; none without a picture. */
function playing(showRouter: ShowRouter | null): types.Producer[] {
  const producers = [...(showRouter?.host?.producers.values() ?? [])].filter((producer) => !producer.closed)
  return producers.some((producer) => producer.kind === 'video') ? producers : []
}

/** Hostile capabilities make mediasoup throw or log; either way the answer is no. */
function canConsume(showRouter: ShowRouter, producer: types.Producer, rtpCapabilities: types.RtpCapabilities): boolean {
  try {
    return showRouter.router.canConsume({ producerId: producer.id, rtpCapabilities })
  } catch {
    return false
  }
}

interface Wish {
  readonly showRouter: ShowRouter
  readonly producers: readonly types.Producer[]
  readonly rtpCapabilities: types.RtpCapabilities
  readonly forceTcp: boolean
}

async function receiveOn(wish: Wish): Promise<Receiving | 'MEDIA_UNAVAILABLE' | 'CANNOT_CONSUME'> {
  const { showRouter, producers, rtpCapabilities, forceTcp } = wish
  let transport: types.WebRtcTransport | null = null
  try {
    const { server } = showRouter.slot
    const opened = await openTransport(showRouter.router, { server, forceTcp, consentSeconds: VIEWER_CONSENT_SECONDS })
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
  peerTransports: PeerTransports | undefined,
  { transportId }: Parameters<Sfu['resume']>[1],
): Promise<Done> {
  const receiving = peerTransports?.receive
  if (!receiving || receiving.transport.closed || receiving.transport.id !== transportId)
    return refuse('TRANSPORT_NOT_FOUND')
  try {
    await Promise.all(receiving.consumers.filter((consumer) => !consumer.closed).map((consumer) => consumer.resume()))
    return grant({})
  } catch (error) {
    if (isGone(error) || receiving.transport.closed || receiving.consumers.some((consumer) => consumer.closed)) {
      return refuse('TRANSPORT_NOT_FOUND')
    }
    throw error
  }
}

export async function preferLayer(
  peerTransports: PeerTransports | undefined,
  { consumerId, spatialLayer }: Parameters<Sfu['preferLayer']>[1],
): Promise<Done> {
  const consumer = peerTransports?.receive?.consumers.find((one) => one.id === consumerId && !one.closed)
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
