// One send transport with the host's producers: sound first, then the picture in three layers.
import type { types } from 'mediasoup-client'
import type { Refusal } from '../contract/refusals.ts'
import { refuse } from '../contract/refusals.ts'
import { deviceKind } from './deviceKind.ts'
import { keepIceAlive } from './iceWatch.ts'
import type { IceWatchOptions } from './iceWatch.ts'
import { loadDevice } from './mediaDevice.ts'
import { Plain, TransportShape } from './mediaShapes.ts'

export type Kind = 'audio' | 'video'

export interface PublicationOptions extends IceWatchOptions {
  readonly stream: MediaStream
  readonly paused: Readonly<Record<Kind, boolean>>
}

export interface Publication {
  /** Tracks of a kind that is sent already are swapped in place; another kind begins to be sent. */
  replace(stream: MediaStream): Promise<void>
  setPaused(kind: Kind, paused: boolean): void
  /** Whether the server still knows it; false after another device took over. */
  isKnown(): Promise<boolean>
  stats(): Promise<ReadonlyMap<string, unknown>>
  probe(): void
  close(): void
}

const LAYERS = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
]
/** Chromium starts low and climbs for seconds without this. */
const START_KBITS = 1_000
/** Sound goes first: whoever subscribes when the picture is there gets both. */
const KINDS = ['audio', 'video'] as const

type Producers = Map<Kind, types.Producer>

export async function openPublication(options: PublicationOptions): Promise<Publication | Refusal> {
  const { send, stream } = options
  const reply = await send('media:openSend', { device: deviceKind(navigator) })
  if (!reply.ok) return reply
  const device = await loadDevice(reply.value.rtpCapabilities)
  if (!device) return refuse('CANNOT_CONSUME')
  const transport = device.createSendTransport(TransportShape.parse(reply.value.transport))
  answer(transport, send)
  const watch = keepIceAlive(transport, options)
  const producers: Producers = new Map()
  const close = () => {
    watch.close()
    transport.close()
  }
  try {
    await sendTracks({ transport, device, producers, options }, stream)
  } catch (error) {
    console.warn('The picture could not be sent:', error)
    close()
    return refuse('MEDIA_UNAVAILABLE')
  }
  return {
    replace: (next) => sendTracks({ transport, device, producers, options }, next),
    setPaused: (kind, paused) => setPaused(producers.get(kind), paused, send),
    isKnown: () => isKnown(producers, send),
    stats: async () => (await producers.get('video')?.getStats()) ?? new Map(),
    probe: watch.probe,
    close,
  }
}

function answer(transport: types.Transport, send: PublicationOptions['send']): void {
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    void send('media:connect', { transportId: transport.id, dtlsParameters }).then((reply) =>
      reply.ok ? done() : fail(new Error(reply.code)),
    )
  })
  transport.on('produce', ({ kind, rtpParameters }, done, fail) => {
    const input = { transportId: transport.id, kind, rtpParameters: Plain.parse(rtpParameters) }
    void send('media:produce', input).then((reply) =>
      reply.ok ? done({ id: reply.value.producerId }) : fail(new Error(reply.code)),
    )
  })
}

interface Sending {
  readonly transport: types.Transport
  readonly device: types.Device
  readonly producers: Producers
  readonly options: PublicationOptions
}

async function sendTracks(sending: Sending, stream: MediaStream): Promise<void> {
  for (const kind of KINDS) {
    const [track] = kind === 'audio' ? stream.getAudioTracks() : stream.getVideoTracks()
    if (track) await sendTrack(sending, kind, track)
  }
}

async function sendTrack(sending: Sending, kind: Kind, track: MediaStreamTrack): Promise<void> {
  const { transport, device, producers, options } = sending
  const known = producers.get(kind)
  if (known) return known.replaceTrack({ track })
  // The page owns its tracks: a source outlives a transport.
  const common = { track, stopTracks: false, disableTrackOnPause: false, zeroRtpOnPause: true }
  const producer = await transport.produce(
    kind === 'audio' ? { ...common, ...sound() } : { ...common, ...picture(device) },
  )
  producers.set(kind, producer)
  if (options.paused[kind]) setPaused(producer, true, options.send)
}

function sound(): Partial<types.ProducerOptions> {
  return { codecOptions: { opusDtx: true, opusStereo: false, opusFec: true } }
}

function picture(device: types.Device): Partial<types.ProducerOptions> {
  const codecs = device.sendRtpCapabilities.codecs ?? []
  const h264 = codecs.find((codec) => codec.mimeType.toLowerCase() === 'video/h264')
  const codec = h264 ?? codecs.find((other) => other.mimeType.toLowerCase() === 'video/vp8')
  return {
    encodings: LAYERS.map((layer) => ({ ...layer })),
    codecOptions: { videoGoogleStartBitrate: START_KBITS },
    ...(codec ? { codec } : {}),
  }
}

function setPaused(producer: types.Producer | undefined, paused: boolean, send: PublicationOptions['send']): void {
  if (!producer || producer.closed || producer.paused === paused) return
  if (paused) producer.pause()
  else producer.resume()
  void send('media:pauseProducer', { producerId: producer.id, paused })
}

async function isKnown(producers: Producers, send: PublicationOptions['send']): Promise<boolean> {
  const [producer] = producers.values()
  if (!producer) return true
  const reply = await send('media:pauseProducer', { producerId: producer.id, paused: producer.paused })
  return reply.ok || reply.code !== 'TRANSPORT_NOT_FOUND'
}
