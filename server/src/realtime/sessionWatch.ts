// Looks again at who sits behind an open socket: a logout, a new role or the end of a token closes it.
import { type Outcome, type Refusal, type RefusalCode, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Anyone } from '../commands/command.ts'
import type { Log } from '../ops/log.ts'
import type { Introduction } from './handshake.ts'
import type { RoomSocket } from './sockets.ts'

export interface SessionWatchParts {
  /** Who the socket would be if it came now; a use keeps the session from running idle. */
  ask(isUse: boolean): Promise<Outcome<Introduction>>
  /** Whether the socket is in use although nobody does anything: the host's, on air. */
  isInUse(): boolean
  readonly everyMs: number
  readonly log: Log
}

export interface SessionWatch {
  /** The refusal of a command, if the session is over; then the socket is closed as soon as that is said. */
  confirm(isUse: boolean): Promise<Refusal<'SESSION_OVER'> | null>
}

/** Staff are few: their sessions are looked at so often that every process closes their sockets at once. */
const STAFF_EVERY_MS = 1000

function isSame(before: Anyone, now: Anyone): boolean {
  // An overlay is its token, and that was just read again.
  if (before.kind === 'overlay' || now.kind === 'overlay') return before.kind === now.kind
  if (before.kind === 'viewer' || now.kind === 'viewer') return before.viewerId === now.viewerId
  return before.staffId === now.staffId && before.role === now.role
}

/** The page is told why, and does not come back as who it was. */
export function closeAsOver(socket: RoomSocket, code: RefusalCode): void {
  socket.emit('session:over', { code })
  socket.disconnect(true)
}

/** Until the socket closes. A media socket's token only opens the door: it is short-lived on purpose. */
export function watchSession(parts: SessionWatchParts, socket: RoomSocket, introduction: Introduction): SessionWatch {
  const { person, mediaOf } = introduction
  const { ask, isInUse, log } = parts
  if (mediaOf !== null) return { confirm: () => Promise.resolve(null) }

  const look = async (isUse: boolean) => {
    const outcome = await ask(isUse)
    return { isOver: !(outcome.ok && isSame(person, outcome.value.person)), outcome }
  }
  const close = (outcome: Outcome<Introduction>) => {
    // Someone else by now, or with another role, comes back at once as who they are.
    if (!outcome.ok) return closeAsOver(socket, outcome.code)
    socket.disconnect(true)
  }
  const check = async () => {
    const { isOver, outcome } = await look(isInUse())
    if (isOver) close(outcome)
  }
  const everyMs = person.kind === 'staff' ? Math.min(STAFF_EVERY_MS, parts.everyMs) : parts.everyMs
  const timer = setInterval(() => {
    check().catch((error: unknown) => log.error({ err: error }, 'session not checked'))
  }, everyMs)
  timer.unref()
  socket.on('disconnect', () => clearInterval(timer))
  return {
    async confirm(isUse) {
      const { isOver, outcome } = await look(isUse)
      if (!isOver) return null
      setImmediate(() => close(outcome))
      return refuse('SESSION_OVER')
    },
  }
}
