// Looks each second who was erased, here or by another process, and has their sockets closed.
import type { Identity } from '../identity/identity.ts'
import { createLoop } from '../kit/loop.ts'
import type { Log } from '../ops/log.ts'

interface RevokedWatchParts {
  readonly identity: Pick<Identity, 'readRevoked'>
  /** Somebody was: closes what is open of them. */
  readonly onRevoked: () => void
  readonly log: Log
}

export interface RevokedWatch {
  /** Looks now. Never rejects: what could not be read is read a second later. */
  look(): Promise<void>
  /** Idempotent. */
  close(): Promise<void>
}

const EVERY_MS = 1000

export function createRevokedWatch({ identity, onRevoked, log }: RevokedWatchParts): RevokedWatch {
  let isTold = false
  const onError = (err: unknown) => {
    if (!isTold) log.error({ err }, 'not read who was erased; trying again each second')
    isTold = true
  }
  const read = async () => {
    if (await identity.readRevoked()) onRevoked()
    isTold = false
    return false
  }
  const loop = createLoop({ everyMs: EVERY_MS, turn: read, onError })
  return {
    look: () => read().then(() => undefined, onError),
    close: loop.close,
  }
}
