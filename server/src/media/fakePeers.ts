// What a browser would send, for tests of the SFU without one.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'

const H264 = {
  mimeType: 'video/H264',
  clockRate: 90_000,
  parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
}
const OPUS = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: {} }

export function videoParameters(): CommandInput<'media:produce'>['rtpParameters'] {
  return {
    mid: '1',
    codecs: [{ ...H264, payloadType: 102, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10 }],
    encodings: ['r0', 'r1', 'r2'].map((rid) => ({ rid, dtx: false })),
    rtcp: { cname: 'test' },
  }
}

export function audioParameters(): CommandInput<'media:produce'>['rtpParameters'] {
  return {
    mid: '0',
    codecs: [{ ...OPUS, payloadType: 111 }],
    headerExtensions: [],
    encodings: [{ ssrc: 1_111 }],
    rtcp: { cname: 'test' },
  }
}

/** Of a browser that decodes what the router offers. */
export function viewerCapabilities(): CommandInput<'media:subscribe'>['rtpCapabilities'] {
  return {
    codecs: [
      { kind: 'video', ...H264, preferredPayloadType: 102, rtcpFeedback: [] },
      { kind: 'audio', ...OPUS, preferredPayloadType: 111, rtcpFeedback: [] },
    ],
    headerExtensions: [],
  }
}

export function dtlsParameters(): CommandInput<'media:connect'>['dtlsParameters'] {
  const value = Array.from({ length: 32 }, () => 'AB').join(':')
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] }
}
