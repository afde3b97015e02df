// The first start outside demo mode: a one-time link makes the owner.
import { createHash, timingSafeEqual } from 'node:crypto'
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../clock.ts'
import type { StaffRecord, Store } from '../store/store.ts'
import type { PasswordQueue } from './passwordQueue.ts'
import { hashPassword } from './passwords.ts'
import { makeKey } from './tokens.ts'

export interface WelcomeRequest {
  readonly token: string
  readonly name: string
  readonly password: string
}

export interface Welcome {
  /** The token of the link, while there is no owner yet; the same for all processes that start on one day. */
  invite(): Promise<string | null>
  /** Makes the owner; the token opens nothing after that, nor after 24 h. */
  accept(request: WelcomeRequest): Promise<Outcome<StaffRecord, 'WRONG_LOGIN' | 'NOT_ALLOWED' | 'TRY_AGAIN'>>
}

const DAY_MS = 86_400_000
const OWNER = StaffId.parse('owner')
const PENDING = /^welcome\$(\d+)\$([A-Za-z0-9_-]{43})$/

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export function createWelcome(store: Store, clock: Clock, queue: PasswordQueue): Welcome {
  let accepting: Promise<unknown> = Promise.resolve()

  const isInvited = (owner: StaffRecord | null, token: string) => {
    const [, until, hash] = PENDING.exec(owner?.passwordHash ?? '') ?? []
    if (hash === undefined || clock() >= Number(until)) return false
    return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(token)))
  }

  const accept = async ({ token, name, password }: WelcomeRequest) => {
    if (!isInvited(await store.findStaffById(OWNER), token)) return refuse('WRONG_LOGIN')
    const namesake = await store.findStaffByName(name)
    if (namesake !== null && namesake.id !== OWNER) return refuse('NOT_ALLOWED', { detail: { name: 'taken' } })
    const passwordHash = await queue.run(() => hashPassword(password), true)
    if (passwordHash === null) return refuse('TRY_AGAIN')
    const owner: StaffRecord = { id: OWNER, name, role: 'owner', passwordHash }
    await store.saveStaff(owner)
    return grant(owner)
  }

  return {
    async invite() {
      const owner = await store.findStaffById(OWNER)
      if (owner !== null && !PENDING.test(owner.passwordHash)) return null
      const now = clock()
      const token = await store.secret(`welcome-${Math.floor(now / DAY_MS)}`, makeKey)
      const passwordHash = `welcome$${now + DAY_MS}$${hashOf(token)}`
      await store.saveStaff({ id: OWNER, name: `${OWNER} (invited)`, role: 'owner', passwordHash })
      return token
    },
    accept(request) {
      // One after the other, so that one token makes one owner.
      const done = accepting.then(() => accept(request))
      accepting = done.catch(() => undefined)
      return done
    },
  }
}
