// Proves a mediasoup worker by the work it is for: two peers, real ICE and DTLS handshakes, and sound sent from one to the
// other through its SRTP in both suites. usage: node prove-worker.ts <worker binary>. Exit code 0 means proven.
import { createWorker } from 'mediasoup'
import type { Router, WebRtcTransport } from 'mediasoup/types'
import {
  IceCandidate,
  RTCDtlsFingerprint,
  RTCDtlsParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceParameters,
  RTCIceTransport,
  RtpHeader,
} from 'werift'

/** IANA numbers of the two suites that browsers offer. */
const SRTP_SUITES = { AEAD_AES_128_GCM: 0x0007, AES_CM_128_HMAC_SHA1_80: 0x0001 } as const
type Suite = keyof typeof SRTP_SUITES

const OPUS = {
  kind: 'audio',
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  preferredPayloadType: 100,
} as const
const SSRC = 0x4c414e54
const PAYLOAD = Buffer.from('a lantern in the window')
const GIVE_UP_MS = 20_000

interface Peer {
  transport: WebRtcTransport
  dtls: RTCDtlsTransport
  close(): Promise<void>
}

/** Connects a peer of its own to a new transport of the router; resolves when both ends finished their DTLS handshake. */
async function connectPeer(router: Router, suite: Suite): Promise<Peer> {
  const transport = await router.createWebRtcTransport({
    listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }],
    enableUdp: true,
  })
  const gatherer = new RTCIceGatherer({ additionalHostAddresses: ['127.0.0.1'] })
  const ice = new RTCIceTransport(gatherer)
  ice.connection.iceControlling = true
  await ice.gather()
  const { usernameFragment, password } = transport.iceParameters
  ice.setRemoteParams(new RTCIceParameters({ iceLite: true, usernameFragment, password }))
  for (const { foundation, ip, port, priority, protocol, type } of transport.iceCandidates) {
    await ice.addRemoteCandidate(new IceCandidate(1, foundation, ip, port, priority, protocol, type))
  }
  await ice.addRemoteCandidate(undefined)

  const certificate = await RTCDtlsTransport.SetupCertificate()
  const dtls = new RTCDtlsTransport({}, ice, certificate, [SRTP_SUITES[suite]])
  dtls.role = 'client'
  const remote = transport.dtlsParameters.fingerprints.map((one) => new RTCDtlsFingerprint(one.algorithm, one.value))
  dtls.setRemoteParams(new RTCDtlsParameters(remote, 'server'))
  const fingerprints = dtls.localParameters.fingerprints.map(({ value }) => ({ algorithm: 'sha-256' as const, value }))
  const workerConnected = new Promise<void>((resolve, reject) => {
    transport.on('dtlsstatechange', (state) => {
      if (state === 'connected') resolve()
      if (state === 'failed') reject(new Error('the worker says that the DTLS handshake failed'))
    })
  })
  await transport.connect({ dtlsParameters: { role: 'client', fingerprints } })
  await ice.start()
  await Promise.all([dtls.start(), workerConnected])

  async function close() {
    transport.close()
    await dtls.stop()
    await ice.stop()
  }
  return { transport, dtls, close }
}

/** One packet goes encrypted into the worker and must come out of it, encrypted for the other peer, with the same sound. */
async function sendSound(router: Router, suite: Suite): Promise<void> {
  const [host, viewer] = await Promise.all([connectPeer(router, suite), connectPeer(router, suite)])
  const producer = await host.transport.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: OPUS.mimeType, payloadType: 111, clockRate: OPUS.clockRate, channels: OPUS.channels }],
      encodings: [{ ssrc: SSRC }],
    },
  })
  const heard = new Promise<void>((resolve) => {
    viewer.dtls.onRtp.subscribe((packet) => {
      if (packet.payload.equals(PAYLOAD)) resolve()
    })
  })
  await viewer.transport.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities })

  let sequenceNumber = 1
  const speaking = setInterval(() => {
    const at = { sequenceNumber, timestamp: sequenceNumber * 960, ssrc: SSRC, payloadType: 111 }
    sequenceNumber += 1
    void host.dtls.sendRtp(PAYLOAD, new RtpHeader(at))
  }, 20)
  await heard
  clearInterval(speaking)
  await Promise.all([host.close(), viewer.close()])
}

async function prove(workerBin: string): Promise<void> {
  const worker = await createWorker({ workerBin, logLevel: 'error' })
  worker.on('died', (error) => fail(`the worker died: ${error.message}`))
  const router = await worker.createRouter({ mediaCodecs: [OPUS] })
  for (const suite of Object.keys(SRTP_SUITES) as Suite[]) {
    await sendSound(router, suite)
    console.log(`DTLS handshakes and sound through ${suite}: good`)
  }
  worker.close()
}

function fail(reason: string): never {
  console.error(`worker not proven: ${reason}`)
  process.exit(1)
}

const workerBin = process.argv[2]
if (workerBin === undefined) fail('give the path of the worker')
setTimeout(() => fail(`nothing heard within ${GIVE_UP_MS / 1000} s`), GIVE_UP_MS).unref()
await prove(workerBin).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
process.exit(0)
