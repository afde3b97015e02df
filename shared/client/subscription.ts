// One transport with its consumers: opened, connected, kept alive; says when media flows and when it is past saving.
import type { types } from 'mediasoup-client'
import type { CommandReply } from '../contract/commands.ts'
import { refuse } from '../contract/refusals.ts'
import type { Refusal } from '../contract/refusals.ts'
import { keepIceAlive } from './iceWatch.ts'
import type { IceWatch, IceWatchOptions } from './iceWatch.ts'
import { ConsumerShape, Plain, TransportShape } from './mediaShapes.ts'
import type { Send } from './mediaDevice.ts'

export interface SubscriptionOptions extends IceWatchOptions {
  readonly device: types.Device
  readonly forceTcp: boolean
  /** The video track receives. */
  onFlowing(): void
}

export interface Subscription {
  readonly stream: MediaStream
  readonly consumers: readonly types.Consumer[]
  readonly startedAt: number
  readonly subscribeMs: number
  /** From the subscription's reply until the transport was connected; null before. */
  connectMs(): number | null
  /** After a sleep or a change of network: repairs the path without waiting for a timeout. */
  probe(): void
  close(): void
}

const FLOW_UNSEEN_MS = 2_000

export async function openSubscription(options: SubscriptionOptions): Promise<Subscription | Refusal> {
  const { send, device, forceTcp } = options
  const startedAt = performance.now()
  const reply = await send('media:subscribe', { rtpCapabilities: Plain.parse(device.recvRtpCapabilities), forceTcp })
  if (!reply.ok) return reply
  const subscribeMs = performance.now() - startedAt
  const transport = device.createRecvTransport(TransportShape.parse(reply.value.transport))
  connectOnDemand(transport, send)
  const watch = keepIceAlive(transport, options)
  try {
    const consumers = await consumeAll(transport, reply.value)
    return running({ transport, consumers, watch, startedAt, subscribeMs }, options)
  } catch (error) {
    console.warn('The picture could not be consumed:', error)
    watch.close()
    transport.close()
    return refuse('CANNOT_CONSUME')
  }
}

/** Resume travels right behind connect: the worker asks for a key frame as soon as the transport is there. */
function connectOnDemand(transport: types.Transport, send: Send): void {
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    const connected = send('media:connect', { transportId: transport.id, dtlsParameters })
    const resumed = send('media:resume', { transportId: transport.id })
    void Promise.all([connected, resumed]).then((replies) => {
      const refusal = replies.find((reply) => !reply.ok)
      if (refusal && !refusal.ok) fail(new Error(refusal.code))
      else done()
    })
  })
}

type Subscribed = Extract<CommandReply<'media:subscribe'>, { ok: true }>['value']

function consumeAll(transport: types.Transport, { consumers }: Subscribed): Promise<types.Consumer[]> {
  return Promise.all(consumers.map((consumer) => transport.consume(ConsumerShape.parse(consumer))))
}

interface Opened {
  readonly transport: types.Transport
  readonly consumers: readonly types.Consumer[]
  readonly watch: IceWatch
  readonly startedAt: number
  readonly subscribeMs: number
}

function running(opened: Opened, options: SubscriptionOptions): Subscription {
  const { transport, consumers, watch, startedAt, subscribeMs } = opened
  const flow = watchFlow(consumers, watch, options.onFlowing)

  return {
    stream: new MediaStream(consumers.map((consumer) => consumer.track)),
    consumers,
    startedAt,
    subscribeMs,
    connectMs: () => (watch.connectedAt() === null ? null : Number(watch.connectedAt()) - startedAt - subscribeMs),
    probe: watch.probe,
    close() {
      flow.abort()
      watch.close()
      transport.close()
    },
  }
}

/** A remote track is muted until its first packet; where a browser does not say so, being connected for a while counts. */
function watchFlow(consumers: readonly types.Consumer[], watch: IceWatch, flows: () => void): AbortController {
  const stop = new AbortController()
  const track = consumers.find((consumer) => consumer.kind === 'video')?.track ?? consumers[0]?.track
  const seen = () => {
    if (stop.signal.aborted) return
    stop.abort()
    flows()
  }
  track?.addEventListener('unmute', seen, { signal: stop.signal })
  watch.onceConnected(() => void setTimeout(seen, track?.muted ? FLOW_UNSEEN_MS : 0))
  return stop
}
