// Logging in by name and password: bounded for an account over all processes, and never for a device that is known.
import { createHash } from 'node:crypto'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { StaffRecord, Store } from '../records/store.ts'
import type { Browser, Devices } from './devices.ts'
import { createLoginLimit } from './loginLimit.ts'
import type { PasswordQueue } from './passwordQueue.ts'
import { isPassword } from './passwords.ts'

export interface Claim {
  readonly name: string
  readonly password: string
}

export interface LoginPlace extends Browser {
  /** The client's address. */
  readonly address: string
}

export interface Logins {
  /** Whose password it is. */
  check(claim: Claim, place: LoginPlace): Promise<Outcome<StaffRecord, 'WRONG_LOGIN' | 'TOO_MANY' | 'TRY_AGAIN'>>
  /** Takes one try of the one-time link. */
  takeWelcome(address: string): Promise<Outcome<null, 'TOO_MANY'>>
}

interface Needs {
  readonly store: Store
  readonly devices: Devices
  readonly queue: PasswordQueue
  isBarred(staff: StaffRecord): boolean
}

const BUSY_RETRY_MS = 5000

/** Names that do not exist share some thousand rows, so that made-up ones fill no table, and wait like others. */
function accountOf(name: string, staff: StaffRecord | null): string {
  if (staff !== null) return `staff ${staff.id}`
  return `nobody ${createHash('sha256').update(name).digest('hex').slice(0, 3)}`
}

export function createLogins({ store, devices, queue, isBarred }: Needs): Logins {
  const limit = createLoginLimit()

  const takeTry = async (account: string, name: string, address: string) => {
    const tooMany = await limit.take(address, name)
    if (tooMany !== null) return tooMany
    const waitMs = await store.takeGuess(account)
    return waitMs > 0 ? refuse('TOO_MANY', { retryAfterMs: Math.max(1000, waitMs) }) : null
  }

  return {
    async check({ name, password }, place) {
      const found = await store.findStaffByName(name)
      const staff = found === null || isBarred(found) ? null : found
      const isKnown = staff !== null && devices.isKnown(place, staff) && (await limit.takeKnown(staff.id))
      if (queue.isFull(isKnown)) return refuse('TRY_AGAIN', { retryAfterMs: BUSY_RETRY_MS })
      const account = accountOf(name, found)
      const refused = isKnown ? null : await takeTry(account, name, place.address)
      if (refused !== null) return refused
      const isRight = await queue.run(() => isPassword(password, staff?.passwordHash ?? null), isKnown)
      if (isRight === null) return refuse('TRY_AGAIN', { retryAfterMs: BUSY_RETRY_MS })
      if (staff === null || !isRight) return refuse('WRONG_LOGIN')
      if (!isKnown) await Promise.all([limit.forgive(place.address, name), store.forgetGuesses(account)])
      return grant(staff)
    },
    async takeWelcome(address) {
      return (await limit.take(address, 'welcome')) ?? grant(null)
    },
  }
}
