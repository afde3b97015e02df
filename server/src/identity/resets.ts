// A new way in for staff who lost their password: the old one and every session end, a link that works once takes their place.
import type { Clock } from '../kit/clock.ts'
import type { Store } from '../records/store.ts'
import { isDemoStaff } from './demoStaff.ts'
import { invitationFor, INVITED_MS } from './invitation.ts'
import { makeKey } from './tokens.ts'

export interface Resets {
  /** `/studio/welcome#<token>`; null where nobody is called so. Demo staff have a password that everyone knows: they are nobody. */
  reset(name: string): Promise<string | null>
}

export function createResets(store: Pick<Store, 'findStaffByName' | 'saveStaff'>, clock: Clock): Resets {
  return {
    async reset(name) {
      const staff = await store.findStaffByName(name)
      if (staff === null || isDemoStaff(staff)) return null
      const token = `${staff.id}.${await makeKey()}`
      await store.saveStaff({ ...staff, passwordHash: invitationFor(token, clock() + INVITED_MS) })
      return `/studio/welcome#${token}`
    },
  }
}
