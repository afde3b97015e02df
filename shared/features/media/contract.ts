// Schemas of the picture's commands: transports, producers and consumers of the node that serves it.
import * as z from 'zod'
import {
  ConsumerId,
  ConsumerOptions,
  DtlsParameters,
  FirstFrameReport,
  IceParameters,
  MediaKind,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  TransportId,
  TransportOptions,
} from '../../contract/media.ts'
import { HostDevice } from '../../contract/things.ts'

const empty = z.object({})

export const COMMANDS = {
  /** Host: one transport to send on. Replaces an earlier one of the same show (a reload, a second device). */
  'media:openSend': {
    input: z.object({ device: HostDevice.optional() }),
    output: z.object({ transport: TransportOptions, rtpCapabilities: RtpCapabilities }),
  },
  'media:produce': {
    input: z.object({ transportId: TransportId, kind: MediaKind, rtpParameters: RtpParameters }),
    output: z.object({ producerId: ProducerId }),
  },
  'media:pauseProducer': { input: z.object({ producerId: ProducerId, paused: z.boolean() }), output: empty },
  /** Viewer: one transport with a paused consumer for each producer. Replaces an earlier one of the same socket. */
  'media:subscribe': {
    input: z.object({ rtpCapabilities: RtpCapabilities, forceTcp: z.boolean() }),
    output: z.object({ transport: TransportOptions, consumers: z.array(ConsumerOptions) }),
  },
  /** The router's capabilities, for a client that joined before the host produced. */
  'media:capabilities': { input: empty, output: z.object({ rtpCapabilities: RtpCapabilities }) },
  'media:connect': { input: z.object({ transportId: TransportId, dtlsParameters: DtlsParameters }), output: empty },
  'media:resume': { input: z.object({ transportId: TransportId }), output: empty },
  /** The spatial layer that fits the viewer's picture: 0 is the smallest. */
  'media:preferLayer': {
    input: z.object({ consumerId: ConsumerId, spatialLayer: z.number().int().min(0).max(2) }),
    output: empty,
  },
  'media:restartIce': {
    input: z.object({ transportId: TransportId }),
    output: z.object({ iceParameters: IceParameters }),
  },
  'media:reportFirstFrame': { input: FirstFrameReport, output: empty },
}

export const EVENTS = {
  /** The picture's source on this node changed or died: subscribe anew. */
  'media:reset': z.object({ reason: z.enum(['worker_died', 'producer_changed', 'producer_closed']) }),
}
