// The host's way in: a transport to send on, its producers, and what the stage hears of their path.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HostDevice } from '@lantern/shared/contract/things.ts'
import { Plain, transportOptions, type WaysIn } from './candidates.ts'
import { isGone } from './gone.ts'
import { RtpParametersShape } from './mediaShapes.ts'
import type { types } from 'mediasoup'
import type { Sfu } from './sfu.ts'
import { openTransport } from './sides.ts'
import type { PeerSides, SendSide } from './sides.ts'
import type { Stage, Stages } from './stages.ts'

export interface SendingNeeds {
  readonly stages: Stages
  readonly ways: WaysIn
}

type Reply<Name extends keyof Sfu> = Sfu[Name] extends (...input: never[]) => infer Promised ? Awaited<Promised> : never

const HOST_CONSENT_SECONDS = 8
const MOST_INCOMING_BITRATE = 4_000_000
/** A burst of joins costs one key frame in this time. */
const KEY_FRAME_REQUEST_DELAY_MS = 500

export async function openSend(
  sides: PeerSides,
  device: HostDevice | null,
  { stages, ways }: SendingNeeds,
): Promise<Reply<'openSend'>> {
  const turn = ++sides.turn.send
  const stage = await stages.open(sides.showId)
  if (!stage) return refuse('MEDIA_UNAVAILABLE')
  const transport = await openOn(stage)
  if (!transport) return refuse('MEDIA_UNAVAILABLE')
  if (sides.closed || turn !== sides.turn.send) {
    transport.close()
    return refuse('MEDIA_UNAVAILABLE')
  }
  sides.send?.transport.close()
  sides.send = { transport, producers: new Map(), device }
  watchPath(stage, sides.send, stages)
  return grant({
    transport: transportOptions(transport, ways),
    rtpCapabilities: Plain.parse(stage.router.rtpCapabilities),
  })
}

/** Null when the worker died under it. */
async function openOn({ router, slot }: Stage): Promise<types.WebRtcTransport | null> {
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

function watchPath(stage: Stage, side: SendSide, stages: Stages): void {
  const { transport } = side
  transport.observer.on('close', () => stages.left(stage, side))
  transport.on('icestatechange', (state) => {
    if (state === 'closed') return
    stages.pathChanged(stage, side, state !== 'disconnected')
  })
  // A closed page says so by DTLS; nothing comes back on this transport.
  transport.on('dtlsstatechange', (state) => {
    if (state === 'closed' || state === 'failed') transport.close()
  })
}

export async function produce(
  sides: PeerSides | undefined,
  input: Parameters<Sfu['produce']>[1],
  stages: Stages,
): Promise<Reply<'produce'>> {
  const side = sides?.send
  const stage = sides ? stages.get(sides.showId) : null
  if (!side || !stage || side.transport.closed || side.transport.id !== input.transportId) {
    return refuse('TRANSPORT_NOT_FOUND')
  }
  const producer = await produceOn(side.transport, input)
  if (!producer) return refuse(side.transport.closed ? 'MEDIA_UNAVAILABLE' : 'BAD_INPUT')
  side.producers.get(input.kind)?.close()
  side.producers.set(input.kind, producer)
  if (input.kind === 'video' || stage.host === side) stages.play(stage, side)
  stages.pictureChanged(stage, side)
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
  sides: PeerSides | undefined,
  { producerId, paused }: Parameters<Sfu['pauseProducer']>[1],
  stages: Stages,
): Promise<Reply<'pauseProducer'>> {
  const side = sides?.send
  const producer = [...(side?.producers.values() ?? [])].find((one) => one.id === producerId && !one.closed)
  if (!producer) return refuse('TRANSPORT_NOT_FOUND')
  try {
    await (paused ? producer.pause() : producer.resume())
    const stage = sides && stages.get(sides.showId)
    if (stage && side) stages.pictureChanged(stage, side)
    return grant({})
  } catch (error) {
    if (isGone(error)) producer.close()
    if (producer.closed) return refuse('TRANSPORT_NOT_FOUND')
    throw error
  }
}
