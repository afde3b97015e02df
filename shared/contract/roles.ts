// The roles of staff; the contract says beside each command which of them may send it.
import * as z from 'zod'

export const ROLES = ['owner', 'host', 'assistant', 'moderator'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Who run what is sold. */
export const AT_THE_DESK = ['owner', 'host', 'assistant'] as const satisfies readonly Role[]
/** Who may be on air. */
export const ON_AIR = ['owner', 'host'] as const satisfies readonly Role[]
/** Who may join a show as a person. */
export const EVERYONE = ['viewer', ...ROLES] as const
