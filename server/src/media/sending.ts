// The host's way in: a transport to send on, its producers, and what the show router hears of their path.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HostDevice } from '@lantern/shared/contract/things.ts'
import { Plain, transportOptions, type WaysIn } from './candidates.ts'
import { isGone } from './isGone.ts'
import { RtpParametersShape } from './mediaShapes.ts'
import type { types } from 'mediasoup'
import type { Sfu } from './sfu.ts'
import { openTransport } from './peerTransports.ts'
import type { PeerTransports, Sending } from './peerTransports.ts'
import type { ShowRouter, ShowRouters } from './showRouters.ts'

export interface SendingNeeds {
  readonly showRouters: ShowRouters
  readonly ways: WaysIn
}

type Reply<Name extends keyof Sfu> = Sfu[Name] extends (...input: never[]) => infer Promised ? Awaited<Promised> : never

const HOST_CONSENT_SECONDS = 8
const MOST_INCOMING_BITRATE = 4_000_000
/** A burst of joins costs one key frame in this time. */
const KEY_FRAME_REQUEST_DELAY_MS = 500

export async function openSend(
  peerTransports: PeerTransports,
  device: HostDevice | null,
  { showRouters, ways }: SendingNeeds,
): Promise<Reply<'openSend'>> {
  const turn = ++peerTransports.turn.send
  const showRouter = await showRouters.open(peerTransports.showId)
  if (!showRouter) return refuse('MEDIA_UNAVAILABLE')
  const transport = await openOn(showRouter)
  if (!transport) return refuse('MEDIA_UNAVAILABLE')
  if (peerTransports.closed || turn !== peerTransports.turn.send) {
    transport.close()
    return refuse('MEDIA_UNAVAILABLE')
  }
  peerTransports.send?.transport.close()
  peerTransports.send = { transport, producers: new Map(), device }
  watchPath(showRouter, peerTransports.send, showRouters)
  return grant({
    transport: transportOptions(transport, ways),
    rtpCapabilities: Plain.parse(showRouter.router.rtpCapabilities),
  })
}

/** Null when the worker died under it. */
async function openOn({ router, slot }: ShowRouter): Promise<types.WebRtcTransport | null> {
  try {
    const wish = { server: slot.server, forceTcp: false, consentSeconds: HOST_CONSENT_SECONDS }
    const transport = await openTransport(router, wish)
    await transport.setMaxIncomingBitrate(MOST_INCOMING_BITRATE)
    return transport
  } catch (error) {
    if (router.closed) return null
    throw error
  }
}

function watchPath(showRouter: ShowRouter, sending: Sending, showRouters: ShowRouters): void {
  const { transport } = sending
  transport.observer.on('close', () => showRouters.left(showRouter, sending))
  transport.on('icestatechange', (state) => {
    if (state === 'closed') return
    showRouters.pathChanged(showRouter, sending, state !== 'disconnected')
  })
  // A closed page says so by DTLS; nothing comes back on this transport.
  transport.on('dtlsstatechange', (state) => {
    if (state === 'closed' || state === 'failed') transport.close()
  })
}

export async function produce(
  peerTransports: PeerTransports | undefined,
  input: Parameters<Sfu['produce']>[1],
  showRouters: ShowRouters,
): Promise<Reply<'produce'>> {
  const sending = peerTransports?.send
  const showRouter = peerTransports ? showRouters.get(peerTransports.showId) : null
  if (!sending || !showRouter || sending.transport.closed || sending.transport.id !== input.transportId) {
    return refuse('TRANSPORT_NOT_FOUND')
  }
  const producer = await produceOn(sending.transport, input)
  if (!producer) return refuse(sending.transport.closed ? 'MEDIA_UNAVAILABLE' : 'BAD_INPUT')
  sending.producers.get(input.kind)?.close()
  sending.producers.set(input.kind, producer)
  if (input.kind === 'video' || showRouter.host === sending) showRouters.play(showRouter, sending)
  showRouters.pictureChanged(showRouter, sending)
  return grant({ producerId: producer.id })
}

/** Null when mediasoup refuses the parameters or the transport closed meanwhile. */
async function produceOn(
  transport: types.WebRtcTransport,
  { kind, rtpParameters }: Parameters<Sfu['produce']>[1],
): Promise<types.Producer | null> {
  try {
    const producer = await transport.produce({
      kind,
      rtpParameters: RtpParametersShape.parse(rtpParameters),
      keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS,
    })
    if (!transport.closed) return producer
    // The transport did not know of it yet when it closed: nobody else will close it.
    producer.close()
    return null
  } catch {
    return null
  }
}

export async function pauseProducer(
  peerTransports: PeerTransports | undefined,
  { producerId, paused }: Parameters<Sfu['pauseProducer']>[1],
  showRouters: ShowRouters,
): Promise<Reply<'pauseProducer'>> {
  const sending = peerTransports?.send
  const producer = [...(sending?.producers.values() ?? [])].find((one) => one.id === producerId && !one.closed)
  if (!producer) return refuse('TRANSPORT_NOT_FOUND')
  try {
    await (paused ? producer.pause() : producer.resume())
    const showRouter = peerTransports && showRouters.get(peerTransports.showId)
    if (showRouter && sending) showRouters.pictureChanged(showRouter, sending)
    return grant({})
  } catch (error) {
    if (isGone(error)) producer.close()
    if (producer.closed) return refuse('TRANSPORT_NOT_FOUND')
    throw error
  }
}
