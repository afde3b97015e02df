// Media parameters as mediasoup-client says them; the inner shapes are mediasoup's own and checked by mediasoup.
import * as z from 'zod'

/** mediasoup's own structures: objects of bounded size whose inside mediasoup validates. */
const opaque = z.record(z.string(), z.unknown())
const idText = z.string().min(1).max(64)

export const RtpCapabilities = opaque
export const RtpParameters = opaque
export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(z.object({ algorithm: z.string().max(16), value: z.string().max(256) }))
    .min(1)
    .max(8),
})
export const IceParameters = opaque
export const IceCandidate = opaque

export const TransportId = idText
export const ConsumerId = idText
export const ProducerId = idText
export const MediaKind = z.enum(['audio', 'video'])

export const IceServer = z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() })
export type IceServer = z.infer<typeof IceServer>

export const TransportOptions = z.object({
  id: TransportId,
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate),
  dtlsParameters: opaque,
  /** TURN servers, each with a name and password; none where a network lets everything through. */
  iceServers: z.array(IceServer).optional(),
})
export type TransportOptions = z.infer<typeof TransportOptions>

export const ConsumerOptions = z.object({
  id: ConsumerId,
  producerId: ProducerId,
  kind: MediaKind,
  rtpParameters: opaque,
})
export type ConsumerOptions = z.infer<typeof ConsumerOptions>

/** Where the picture comes from, in the reply to `show:join`. */
export const MediaPlace = z.object({
  /** Base URL of the process that serves the picture; null: this one. */
  nodeUrl: z.string().nullable(),
  /** Opens a socket on that node for media alone; valid for minutes. */
  mediaToken: z.string(),
  /** Null until a host has produced on this node. */
  rtpCapabilities: RtpCapabilities.nullable(),
})
export type MediaPlace = z.infer<typeof MediaPlace>

/** Join to first frame and its parts, measured in the page, in milliseconds. */
export const FirstFrameReport = z.object({
  joinMs: z.number().min(0).max(120_000),
  subscribeMs: z.number().min(0).max(120_000),
  connectMs: z.number().min(0).max(120_000),
  firstFrameMs: z.number().min(0).max(120_000),
})
export type FirstFrameReport = z.infer<typeof FirstFrameReport>
