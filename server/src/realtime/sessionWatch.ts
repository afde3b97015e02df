// Looks again at who sits behind an open socket: a logout, a new role or the end of a token closes it.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Anyone } from '../commands/command.ts'
import type { Log } from '../log.ts'
import type { Introduction } from './handshake.ts'
import type { RoomSocket } from './sockets.ts'

export interface SessionWatch {
  /** Who the socket would be if it came now. */
  ask(): Promise<Outcome<Introduction>>
  readonly everyMs: number
  readonly log: Log
}

function isSame(before: Anyone, now: Anyone): boolean {
  // An overlay is its token, and that was just read again.
  if (before.kind === 'overlay' || now.kind === 'overlay') return before.kind === now.kind
  if (before.kind === 'viewer' || now.kind === 'viewer') return before.viewerId === now.viewerId
  return before.staffId === now.staffId && before.role === now.role
}

/** Until the socket closes. A media socket's token only opens the door: it is short-lived on purpose. */
export function watchSession(
  { ask, everyMs, log }: SessionWatch,
  socket: RoomSocket,
  introduction: Introduction,
): void {
  if (introduction.mediaOf !== null) return
  const check = async () => {
    const outcome = await ask()
    if (outcome.ok && isSame(introduction.person, outcome.value.person)) return
    // Someone else by now, or with another role, comes back at once as who they are.
    if (!outcome.ok) socket.emit('session:over', { code: outcome.code })
    socket.disconnect(true)
  }
  const timer = setInterval(() => {
    check().catch((error: unknown) => log.error({ err: error }, 'session not checked'))
  }, everyMs)
  timer.unref()
  socket.on('disconnect', () => clearInterval(timer))
}
