// The roles of staff; the contract says beside each command which of them may send it.
import * as z from 'zod'

export const ROLES = ['owner', 'host', 'assistant', 'moderator'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>
