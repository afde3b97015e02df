// The room channel put together: sockets, rooms, publisher, presence and gateway.
import { createCommentBatch } from '../commands/batchComments.ts'
import type { Ports } from '../commands/command.ts'
import type { Identity } from '../identity/identity.ts'
import type { Log } from '../log.ts'
import { createDispatch } from './dispatch.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createPresence, type Presence } from './presence.ts'
import { createPublisher } from './publisher.ts'
import { createRooms, type LiveRooms } from './rooms.ts'
import { createSockets } from './sockets.ts'

export interface RealtimeNeeds extends Omit<Ports, 'rooms' | 'comments' | 'tokens'> {
  readonly identity: Identity
  readonly log: Log
  /** Called with every show whose change should be seen at once, here and elsewhere. */
  readonly onAnnounce: (showId: Parameters<Ports['rooms']['announce']>[0]) => void
  /** Multiplies every rate limit; 1 unless told. */
  readonly limitFactor?: number
}

export interface Realtime {
  readonly gateway: Gateway
  readonly rooms: LiveRooms
  readonly presence: Presence
  /** Names this life of the process. */
  readonly epoch: string
  /** Tells the clients, takes no more commands, answers those under way, stores what waits. */
  drain(): Promise<void>
  close(): void
}

export function startRealtime(needs: RealtimeNeeds): Realtime {
  const { identity, store, clock, log, metrics, sfu } = needs
  const sockets = createSockets(({ headers }) => identity.isAllowedOrigin(headers.origin, headers.host))
  const publisher = createPublisher(sockets, clock)
  const presence = createPresence()
  const rooms = createRooms({ source: store, publisher, presence, log })
  const announce: LiveRooms['announce'] = (showId) => {
    rooms.announce(showId)
    needs.onAnnounce(showId)
  }
  const comments = createCommentBatch(store)
  const ports = { ...needs, rooms: { ...rooms, announce }, comments, tokens: identity }
  const dispatch = createDispatch({ ports, log, ...limitOf(needs) })
  const gateway = createGateway({ sockets, rooms, publisher, presence, identity, dispatch, metrics, log, clock, sfu })

  return {
    gateway,
    rooms: { ...rooms, announce },
    presence,
    epoch: publisher.epoch,
    drain: async () => {
      gateway.drain()
      await dispatch.drain()
      await comments.close()
    },
    close: () => {
      rooms.close()
      gateway.close()
    },
  }
}

function limitOf({ limitFactor }: RealtimeNeeds): { limitFactor?: number } {
  return limitFactor === undefined ? {} : { limitFactor }
}
