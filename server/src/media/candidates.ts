// What clients are told of a transport: its candidates, once for each address that reaches this machine.
import type { types } from 'mediasoup'
import { z } from 'zod'
import type { IceServer } from '@lantern/shared/contract/media.ts'
import type { CommandOutput } from '@lantern/shared/contract/commands.ts'

type TransportOptions = CommandOutput<'media:openSend'>['transport']

/** mediasoup's typed structures as the plain objects the contract carries. */
export const Plain = z.record(z.string(), z.unknown())
const ADDRESS_STEP = 1_000

/** The worker listens once; which address a client used does not matter to it. */
export function announce(
  candidates: readonly types.IceCandidate[],
  addresses: readonly string[],
): types.IceCandidate[] {
  if (addresses.length === 0) return [...candidates]
  return addresses.flatMap((address, place) =>
    candidates.map((candidate) => ({
      ...candidate,
      foundation: place === 0 ? candidate.foundation : `${candidate.foundation}${place}`,
      priority: Math.max(1, candidate.priority - place * ADDRESS_STEP),
      address,
      ip: address,
    })),
  )
}

/** How clients reach this machine. */
export interface WaysIn {
  readonly addresses: readonly string[]
  /** TURN servers; none unless told. */
  readonly iceServers: () => readonly IceServer[]
}

export function transportOptions(
  transport: types.WebRtcTransport,
  { addresses, iceServers }: WaysIn,
): TransportOptions {
  return {
    id: transport.id,
    iceParameters: Plain.parse(transport.iceParameters),
    iceCandidates: announce(transport.iceCandidates, addresses).map((candidate) => Plain.parse(candidate)),
    dtlsParameters: Plain.parse(transport.dtlsParameters),
    iceServers: [...iceServers()],
  }
}
