// The way in by a link that works once: it makes the owner at the first start outside demo mode, or gives back a lost account.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../kit/clock.ts'
import type { StaffRecord, Store } from '../records/store.ts'
import { invitationFor, INVITED_MS, isInvitation, isInvitedBy } from './invitation.ts'
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
  /** Makes the owner, or renews who was reset; the token opens nothing after that, nor after 24 h. */
  accept(request: WelcomeRequest): Promise<Outcome<StaffRecord, 'WRONG_LOGIN' | 'NOT_ALLOWED' | 'TRY_AGAIN'>>
}

const OWNER = StaffId.parse('owner')
const INVITED_NAME = `${OWNER} (invited)`
/** A link of a reset names whose account it opens; that of the first start opens the owner's. */
function accountOf(token: string): StaffId {
  const [id, key] = token.split('.')
  const parsed = StaffId.safeParse(id)
  return key !== undefined && parsed.success ? parsed.data : OWNER
}

export function createWelcome(store: Store, clock: Clock, queue: PasswordQueue): Welcome {
  let accepting: Promise<unknown> = Promise.resolve()

  const accept = async ({ token, name, password }: WelcomeRequest) => {
    const invited = await store.findStaffById(accountOf(token))
    if (invited === null || !isInvitedBy(invited.passwordHash, token, clock())) return refuse('WRONG_LOGIN')
    const namesake = await store.findStaffByName(name)
    if (namesake !== null && namesake.id !== invited.id) return refuse('NOT_ALLOWED', { detail: { name: 'taken' } })
    const passwordHash = await queue.run(() => hashPassword(password), true)
    if (passwordHash === null) return refuse('TRY_AGAIN')
    const staff: StaffRecord = { ...invited, name, passwordHash }
    await store.saveStaff(staff)
    return grant(staff)
  }

  return {
    async invite() {
      const owner = await store.findStaffById(OWNER)
      if (owner !== null && (owner.name !== INVITED_NAME || !isInvitation(owner.passwordHash))) return null
      const now = clock()
      const token = await store.secret(`welcome-${Math.floor(now / INVITED_MS)}`, makeKey)
      const passwordHash = invitationFor(token, now + INVITED_MS)
      await store.saveStaff({ id: OWNER, name: INVITED_NAME, role: 'owner', passwordHash })
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
