// What one peer has: at most a sending side and a receiving side, each one transport with its producers or consumers.
import type { types } from 'mediasoup'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { HostDevice, HostPicture } from '@lantern/shared/contract/things.ts'

export interface SendSide {
  readonly transport: types.WebRtcTransport
  readonly producers: Map<types.MediaKind, types.Producer>
  readonly device: HostDevice | null
}

/** What of the host flows: its picture, its sound alone, or neither. */
export function pictureOf({ producers }: Pick<SendSide, 'producers'>): HostPicture {
  const [video, audio] = [producers.get('video'), producers.get('audio')]
  if (video && !video.paused) return 'shown'
  return audio && !audio.paused ? 'camera_off' : 'paused'
}

export interface ReceiveSide {
  readonly transport: types.WebRtcTransport
  readonly consumers: readonly types.Consumer[]
}

export interface PeerSides {
  readonly showId: ShowId
  send: SendSide | null
  receive: ReceiveSide | null
  /** Counts requests for a transport: one that was overtaken, or whose peer has left, closes what it opened. */
  turn: { send: number; receive: number }
  closed: boolean
}

export function createSides(showId: ShowId): PeerSides {
  return { showId, send: null, receive: null, turn: { send: 0, receive: 0 }, closed: false }
}

export function closeSides(sides: PeerSides): void {
  sides.closed = true
  sides.send?.transport.close()
  sides.receive?.transport.close()
}

/** A living transport of this peer, by its id. */
export function transportOf(sides: PeerSides | undefined, id: string): types.WebRtcTransport | null {
  const transports = [sides?.send?.transport, sides?.receive?.transport]
  return transports.find((transport) => transport?.id === id && !transport.closed) ?? null
}

interface TransportWish {
  readonly server: types.WebRtcServer
  readonly forceTcp: boolean
  /** Seconds without a sign of life after which the path counts as gone. */
  readonly consentSeconds: number
}

const FIRST_OUTGOING_BITRATE = 1_000_000

export function openTransport(router: types.Router, wish: TransportWish): Promise<types.WebRtcTransport> {
  return router.createWebRtcTransport({
    webRtcServer: wish.server,
    enableUdp: !wish.forceTcp,
    enableTcp: true,
    preferUdp: !wish.forceTcp,
    iceConsentTimeout: wish.consentSeconds,
    initialAvailableOutgoingBitrate: FIRST_OUTGOING_BITRATE,
  })
}
