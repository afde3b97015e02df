// The SFU of one process: puts worker pool, show routers and peers together behind the port.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { Plain } from './candidates.ts'
import { MEDIA_CODECS } from './codecs.ts'
import { DtlsParametersShape } from './mediaShapes.ts'
import { isGone } from './isGone.ts'
import { preferLayer, resume, subscribe } from './receiving.ts'
import { openSend, pauseProducer, produce } from './sending.ts'
import type { Peer, Sfu, SfuOptions } from './sfu.ts'
import { closePeerTransports, createPeerTransports, transportOf } from './peerTransports.ts'
import type { PeerTransports } from './peerTransports.ts'
import { createShowRouters } from './showRouters.ts'
import { createWorkerPool } from './workers.ts'
import type { WorkerPool } from './workers.ts'

/** Rejects when no worker starts; afterwards a dead worker is started again by itself. */
export async function createSfu(options: SfuOptions): Promise<Sfu> {
  const peers = createPeers()
  const showRouters = createShowRouters(() => pool, options.onChange)
  const pool = await createWorkerPool({
    ...options,
    onDeath(slot) {
      options.onWorkerDeath()
      showRouters.workerDied(slot)
    },
  })
  const capabilities = await readCapabilities(pool)
  const needs = {
    showRouters,
    ways: { addresses: options.announcedAddresses, iceServers: options.iceServers ?? (() => []) },
  }

  return {
    capabilities: () => Promise.resolve(capabilities),
    openSend: (peer, device) => openSend(peers.open(peer), device, needs),
    produce: (peer, input) => produce(peers.get(peer), input, showRouters),
    pauseProducer: (peer, input) => pauseProducer(peers.get(peer), input, showRouters),
    subscribe: (peer, input) => subscribe(peers.open(peer), input, needs),
    connect: (peer, input) => connect(peers.get(peer), input),
    resume: (peer, input) => resume(peers.get(peer), input),
    preferLayer: (peer, input) => preferLayer(peers.get(peer), input),
    restartIce: (peer, input) => restartIce(peers.get(peer), input),
    closePeer: peers.close,
    giveWay: showRouters.giveWay,
    closeShow: showRouters.close,
    workerPids: pool.pids,
    close() {
      pool.close()
      return Promise.resolve()
    },
  }
}

interface Peers {
  get(peer: Peer): PeerTransports | undefined
  open(peer: Peer): PeerTransports
  close(peer: Peer): void
}

function createPeers(): Peers {
  const peers = new Map<string, PeerTransports>()
  const keyOf = ({ showId, peerId }: Peer) => `${showId} ${peerId}`

  return {
    get: (peer) => peers.get(keyOf(peer)),
    open(peer) {
      const peerTransports = peers.get(keyOf(peer)) ?? createPeerTransports(peer.showId)
      peers.set(keyOf(peer), peerTransports)
      return peerTransports
    },
    close(peer) {
      const peerTransports = peers.get(keyOf(peer))
      peers.delete(keyOf(peer))
      if (peerTransports) closePeerTransports(peerTransports)
    },
  }
}

/** The same on every node, since they follow from the codecs alone. */
async function readCapabilities(pool: WorkerPool): Promise<Record<string, unknown>> {
  const slot = await pool.pick(() => 0)
  if (!slot) throw new Error('no media worker lives')
  const router = await slot.worker.createRouter({ mediaCodecs: MEDIA_CODECS })
  const capabilities = Plain.parse(router.rtpCapabilities)
  router.close()
  return capabilities
}

async function connect(
  peerTransports: PeerTransports | undefined,
  { transportId, dtlsParameters }: Parameters<Sfu['connect']>[1],
): ReturnType<Sfu['connect']> {
  const transport = transportOf(peerTransports, transportId)
  if (!transport) return refuse('TRANSPORT_NOT_FOUND')
  try {
    await transport.connect({ dtlsParameters: DtlsParametersShape.parse(dtlsParameters) })
    return grant({})
  } catch {
    return refuse(transport.closed ? 'TRANSPORT_NOT_FOUND' : 'BAD_INPUT')
  }
}

async function restartIce(
  peerTransports: PeerTransports | undefined,
  { transportId }: Parameters<Sfu['restartIce']>[1],
): ReturnType<Sfu['restartIce']> {
  const transport = transportOf(peerTransports, transportId)
  if (!transport) return refuse('TRANSPORT_NOT_FOUND')
  try {
    return grant({ iceParameters: Plain.parse(await transport.restartIce()) })
  } catch (error) {
    if (isGone(error) || transport.closed) return refuse('TRANSPORT_NOT_FOUND')
    throw error
  }
}
