// The port to the picture: one router per show on this node, peers are sockets.
import type { CommandInput, CommandOutput } from '@lantern/shared/contract/commands.ts'
import type { IceServer } from '@lantern/shared/contract/media.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HostDevice, HostPicture } from '@lantern/shared/contract/things.ts'

/** `on`: a host is here, and what of it flows; `away`: its transport is gone; `picture`: another part of it flows; the reset reasons tell viewers on this node to subscribe anew. */
export type SfuChange =
  | {
      readonly showId: ShowId
      readonly kind: 'host'
      readonly status: 'on'
      readonly picture: HostPicture
      readonly device: HostDevice | null
    }
  | { readonly showId: ShowId; readonly kind: 'host'; readonly status: 'away' }
  | { readonly showId: ShowId; readonly kind: 'picture'; readonly picture: HostPicture }
  | {
      readonly showId: ShowId
      readonly kind: 'reset'
      readonly reason: 'worker_died' | 'producer_changed' | 'producer_closed'
    }

export interface Peer {
  readonly showId: ShowId
  /** The socket's id; one peer has at most one transport in each direction. */
  readonly peerId: string
}

export interface Sfu {
  /** The same on every node, so that a client can load its device before the host is there. */
  capabilities(): Promise<Record<string, unknown>>
  /** `device`: what it sends from; null where it does not say. */
  openSend(
    peer: Peer,
    device: HostDevice | null,
  ): Promise<Outcome<CommandOutput<'media:openSend'>, 'MEDIA_UNAVAILABLE'>>
  produce(
    peer: Peer,
    input: CommandInput<'media:produce'>,
  ): Promise<Outcome<CommandOutput<'media:produce'>, 'TRANSPORT_NOT_FOUND' | 'MEDIA_UNAVAILABLE' | 'BAD_INPUT'>>
  pauseProducer(
    peer: Peer,
    input: CommandInput<'media:pauseProducer'>,
  ): Promise<Outcome<Record<string, never>, 'TRANSPORT_NOT_FOUND'>>
  /** MEDIA_UNAVAILABLE while no host produces here. */
  subscribe(
    peer: Peer,
    input: CommandInput<'media:subscribe'>,
  ): Promise<Outcome<CommandOutput<'media:subscribe'>, 'MEDIA_UNAVAILABLE' | 'CANNOT_CONSUME'>>
  connect(
    peer: Peer,
    input: CommandInput<'media:connect'>,
  ): Promise<Outcome<Record<string, never>, 'TRANSPORT_NOT_FOUND' | 'BAD_INPUT'>>
  resume(
    peer: Peer,
    input: CommandInput<'media:resume'>,
  ): Promise<Outcome<Record<string, never>, 'TRANSPORT_NOT_FOUND'>>
  preferLayer(
    peer: Peer,
    input: CommandInput<'media:preferLayer'>,
  ): Promise<Outcome<Record<string, never>, 'TRANSPORT_NOT_FOUND'>>
  restartIce(
    peer: Peer,
    input: CommandInput<'media:restartIce'>,
  ): Promise<Outcome<CommandOutput<'media:restartIce'>, 'TRANSPORT_NOT_FOUND'>>
  /** Closes all that the peer had; a leaving host makes the show `away`. Idempotent. */
  closePeer(peer: Peer): void
  /** The show has its host on another process now: who sends here is cut off and told, and the show is not away. Idempotent. */
  giveWay(showId: ShowId): void
  /** Closes the show's router when the show has ended. Idempotent. */
  closeShow(showId: ShowId): void
  /** Worker process ids, for tests and ops. */
  workerPids(): readonly number[]
  close(): Promise<void>
}

export interface SfuOptions {
  readonly workers: number
  /** UDP and TCP port of the first worker; each further worker takes the next one. 0: any free port. */
  readonly port: number
  readonly listenIp: string
  /** Addresses told to clients, in order of preference. */
  readonly announcedAddresses: readonly string[]
  /** TURN servers that clients may go by, as they are told of them; asked for each transport. */
  readonly iceServers?: () => readonly IceServer[]
  /** The worker binary; without it mediasoup reads MEDIASOUP_WORKER_BIN itself. */
  readonly workerBin?: string
  onChange(change: SfuChange): void
  onWorkerDeath(): void
  /** A worker could not be started again; it is tried on. */
  onRespawnFailed?(error: unknown): void
}
