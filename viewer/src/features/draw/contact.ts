// What a winner typed, as a contact: an address, a number, or whatever name they have in a messenger.
import type { Contact } from '@lantern/shared/features/draw/contract.ts'

/** As the contract reads them. */
const EMAIL = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/
const PHONE = /^\+?[0-9][0-9 ()./-]{3,30}[0-9]$/
export const MOST_CONTACT = 200
const LEAST = 2

/** Null: nobody could be reached by it. */
export function contactOf(typed: string): Contact | null {
  const value = typed.trim()
  if (value.length < LEAST || value.length > MOST_CONTACT) return null
  if (EMAIL.test(value)) return { is: 'email', value }
  return { is: PHONE.test(value) ? 'phone' : 'text', value }
}
