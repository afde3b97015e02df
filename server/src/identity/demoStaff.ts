// Demo staff: one for each role with a password everyone knows; they exist only in demo mode.
import { ROLES } from '@lantern/shared/contract/commands.ts'
import { StaffId } from '@lantern/shared/contract/ids.ts'
import type { StaffRecord, Store } from '../records/store.ts'
import { hashPassword, isPassword, QUICK } from './passwords.ts'

const PREFIX = 'demo-'

/** A demo record may lie in the database of a studio that has left demo mode: it opens nothing there. */
export function isDemoStaff(staff: Pick<StaffRecord, 'id'>): boolean {
  return staff.id.startsWith(PREFIX)
}

/** Makes the demo staff that is missing, and gives them the password of the settings. Real staff of the same name stay. Safe to repeat. */
export async function seedDemoStaff(store: Store, password: string): Promise<void> {
  await Promise.all(
    ROLES.map(async (role) => {
      const id = StaffId.parse(`${PREFIX}${role}`)
      const known = await store.findStaffById(id)
      if (known !== null && (await isPassword(password, known.passwordHash))) return
      const namesake = await store.findStaffByName(role)
      if (namesake !== null && namesake.id !== id) return
      await store.saveStaff({ id, name: role, role, passwordHash: await hashPassword(password, QUICK) })
    }),
  )
}
