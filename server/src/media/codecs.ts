// The codecs of every router, the same on every node: H.264 constrained baseline first, since in-app browsers decode it.
import type { types } from 'mediasoup'

export const MEDIA_CODECS: types.RouterRtpCodecCapability[] = [
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
]
