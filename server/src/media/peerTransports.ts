// The transports of one peer: at most one to send on with its producers, and one to receive on with its consumers.
import type { types } from 'mediasoup'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { HostDevice, HostPicture } from '@lantern/shared/contract/things.ts'

export interface Sending {
  readonly transport: types.WebRtcTransport
  readonly producers: Map<types.MediaKind, types.Producer>
  readonly device: HostDevice | null
}

/** What of the host flows: its picture, its sound alone, or neither. */
export function pictureOf({ producers }: Pick<Sending, 'producers'>): HostPicture {
  const [video, audio] = [producers.get('video'), producers.get('audio')]
  if (video && !video.paused) return 'shown'
  return audio && !audio.paused ? 'camera_off' : 'paused'
}

export interface Receiving {
  readonly transport: types.WebRtcTransport
  readonly consumers: readonly types.Consumer[]
}

export interface PeerTransports {
  readonly showId: ShowId
  send: Sending | null
  receive: Receiving | null
  /** Counts requests for a transport: one that was overtaken, or whose peer has left, closes what it opened. */
  turn: { send: number; receive: number }
  closed: boolean
}

export function createPeerTransports(showId: ShowId): PeerTransports {
  return { showId, send: null, receive: null, turn: { send: 0, receive: 0 }, closed: false }
}

export function closePeerTransports(peerTransports: PeerTransports): void {
  peerTransports.closed = true
  peerTransports.send?.transport.close()
  peerTransports.receive?.transport.close()
}

/** A living transport of this peer, by its id. */
export function transportOf(peerTransports: PeerTransports | undefined, id: string): types.WebRtcTransport | null {
  const transports = [peerTransports?.send?.transport, peerTransports?.receive?.transport]
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
