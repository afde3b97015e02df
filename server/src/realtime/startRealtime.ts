// The room channel put together: sockets, rooms, publisher, presence and gateway.
import type { IncomingMessage } from 'node:http'
import type { Ports } from '../commands/command.ts'
import { openServices, type Services } from '../commands/openServices.ts'
import type { ServiceNeeds } from '../commands/services.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Identity } from '../identity/identity.ts'
import type { SourceOf } from '../identity/source.ts'
import type { VisitOf } from '../identity/visited.ts'
import type { Log } from '../ops/log.ts'
import { createAbsence, type Absence, type AbsenceParts } from './absence.ts'
import { AUDIENCES } from './audiences.ts'
import { createDispatch } from './dispatch.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { LiveRoomParts } from './liveRoom.ts'
import { createOverlays } from './overlays.ts'
import { createPresence, type Presence } from './presence.ts'
import { createPublisher } from './publisher.ts'
import { createRevokedWatch } from './revokedWatch.ts'
import { createRooms, type LiveRooms } from './rooms.ts'
import { createSockets } from './sockets.ts'
import { createWatchTime } from '../commands/watchTime.ts'

export interface WireSettings {
  /** Comments a second that each viewer is shown; 0: all. */
  readonly commentsPerSecond: number
  /** Bytes that may wait for a slow socket before it is dropped. */
  readonly mostWaiting: number
  /** How often an open socket's session is looked at again, in ms. */
  readonly sessionCheckMs: number
  /** By which host and scheme a request came. */
  readonly visitOf: VisitOf
}

export interface RealtimeNeeds extends Omit<
  Ports,
  'rooms' | 'tokens' | 'gate' | 'revoked' | 'watching' | keyof Services
> {
  readonly identity: Identity
  readonly paces: ServiceNeeds['paces']
  readonly log: Log
  readonly sourceOf: SourceOf
  /** Whether the viewer has a socket on another process; rejects while nobody can say. */
  readonly isElsewhere: NonNullable<AbsenceParts['isElsewhere']>
  /** Makes the gate before the ledger, which asks whether the rooms know of a hold of the viewer in the show. */
  readonly createGate: (hasHolds: (showId: ShowId, viewerId: ViewerId) => boolean) => Ports['gate']
  /** Called with every show whose change should be seen at once, here and elsewhere. */
  readonly onAnnounce: (showId: Parameters<Ports['rooms']['announce']>[0]) => void
  readonly wire: WireSettings
  /** Multiplies every rate limit; 1 unless told. */
  readonly limitFactor?: number
}

export interface Realtime {
  readonly gateway: Gateway
  readonly rooms: LiveRooms
  readonly presence: Presence
  /** What the web asks for, too. */
  readonly books: Pick<Services, 'links' | 'groups' | 'members' | 'sharers' | 'counter'>
  /** Somebody was erased: what is open of them is closed at once. */
  readonly lookRevoked: () => Promise<void>
  /** Something was opened in these shows, or only changed: what the gate before the ledger makes of it. */
  readonly gate: Pick<Ports['gate'], 'forget' | 'doubt'>
  /** Names this life of the process. */
  readonly epoch: string
  /** Tells the clients, takes no more commands, answers those under way, stores what waits. */
  drain(): Promise<void>
  close(): Promise<void>
}

export function startRealtime(needs: RealtimeNeeds): Realtime {
  const { identity, store, clock, log, metrics, sfu } = needs
  const sockets = createSockets(admissionOf(needs))
  const { mostWaiting, commentsPerSecond } = needs.wire
  const publisher = createPublisher({ sockets, clock, staff: AUDIENCES, mostWaiting, onDrop: metrics.countSlowSocket })
  const presence = createPresence()
  const sampling = { perSecond: commentsPerSecond, onLeftOut: metrics.countSampledComments }
  const overlays = createOverlays({ store, log })
  const rooms = createRooms({ overlays, source: store, publisher, sampling, presence, log, onShow: giveWayOf(needs) })
  const gate = needs.createGate((showId, viewerId) => (rooms.peek(showId)?.own(viewerId).holds.length ?? 0) > 0)
  const announce: LiveRooms['announce'] = (showId) => {
    gate.forget([showId])
    rooms.announce(showId)
    needs.onAnnounce(showId)
  }
  const { services, close: closeServices } = openServices(needs)
  const findShow = (showId: ShowId) => rooms.peek(showId)?.roomState().show ?? null
  const watching = createWatchTime({ store, findShow, clock, log })
  const revoked = createRevokedWatch({ identity, onRevoked: () => gateway.closeRevoked(), log })
  const ports = { ...needs, ...services, gate, rooms: { ...rooms, announce }, tokens: identity, revoked, watching }
  const dispatch = createDispatch({ ports, log, ...limitOf(needs) })
  const isWaiting = (...[showId, viewerId]: Parameters<Absence['came']>) =>
    rooms.peek(showId)?.isWaiting(viewerId) ?? false
  const { sourceOf, isElsewhere } = needs
  const absence = createAbsence({ ledger: needs.ledger, presence, isWaiting, isElsewhere, log })
  const seats = { store, overlays, rooms, publisher, presence, absence, watchTime: watching, clock, sfu }
  const gateway = createGateway({ ...seats, ...needs.wire, sockets, identity, dispatch, metrics, log, sourceOf })

  return {
    gateway,
    books: services,
    lookRevoked: revoked.look,
    rooms: { ...rooms, announce },
    presence,
    gate,
    epoch: publisher.epoch,
    drain: async () => {
      gateway.drain()
      await dispatch.drain()
      await Promise.all([closeServices(), watching.close()])
    },
    close: async () => {
      absence.close()
      await watching.close()
      rooms.close()
      gateway.close()
      await revoked.close()
    },
  }
}

/** Only as it happens: a host who comes back here is on air here before the show says so. */
function giveWayOf({ sfu, settings: { nodeUrl } }: RealtimeNeeds): LiveRoomParts['onShow'] {
  return (before, after) => {
    const isElsewhere = after.mediaNode !== null && after.mediaNode !== nodeUrl
    if (before.mediaNode === nodeUrl && isElsewhere) sfu.giveWay(after.id)
  }
}

/** By where a connection comes from and which host it means. */
function admissionOf({ identity, metrics, wire }: RealtimeNeeds) {
  return (request: IncomingMessage) => {
    const to = wire.visitOf(request)
    const isServed = identity.isServedHost(to.host, request.socket)
    const isAllowed = isServed && identity.isAllowedOrigin(request.headers.origin, to)
    if (!isAllowed) metrics.countRefusedFrame('origin')
    return isAllowed
  }
}

function limitOf({ limitFactor }: RealtimeNeeds): { limitFactor?: number } {
  return limitFactor === undefined ? {} : { limitFactor }
}
