// Who in a room is told the same: its viewers, and staff by what their role may see of the desk.
import { type Role, ROLES } from '@lantern/shared/contract/roles.ts'
import { STAFF_SLICES, EMPTY_STAFF_STATE, namesOf, type Slices } from '@lantern/shared/contract/slices.ts'
import type { StaffState } from '@lantern/shared/contract/snapshot.ts'

/** Roles that see the same pieces are told the same frames. */
export interface StaffAudience {
  readonly name: string
  readonly hidden: ReadonlySet<string>
}

export type StaffAudiences = Readonly<Record<Role, StaffAudience>>

/** By role; one for all where every role sees every piece. */
export function staffAudiences<State extends object>(slices: Slices<State>): StaffAudiences {
  const audienceOf = (role: Role): StaffAudience => {
    const hidden = namesOf(slices).filter((name) => slices[name].seenBy?.includes(role) === false)
    return { name: ['staff', ...hidden.sort()].join('-'), hidden: new Set(hidden) }
  }
  const [owner, host, assistant, moderator] = ROLES
  return {
    owner: audienceOf(owner),
    host: audienceOf(host),
    assistant: audienceOf(assistant),
    moderator: audienceOf(moderator),
  }
}

/** Each audience once. */
export function distinct(audiences: StaffAudiences): readonly StaffAudience[] {
  return [...new Map(Object.values(audiences).map((audience) => [audience.name, audience])).values()]
}

/** The pieces that this audience sees. */
export function seenOf<Pieces extends object>(pieces: Pieces, { hidden }: StaffAudience): Partial<Pieces> {
  if (hidden.size === 0) return pieces
  const seen: Partial<Pieces> = { ...pieces }
  for (const name in seen) if (hidden.has(name)) delete seen[name]
  return seen
}

/** The whole desk; what the audience does not see is empty. */
export function deskFor(audience: StaffAudience, desk: StaffState): StaffState {
  return audience.hidden.size === 0 ? desk : { ...EMPTY_STAFF_STATE, ...seenOf(desk, audience) }
}

export const STAFF = staffAudiences(STAFF_SLICES)
export const AUDIENCES = distinct(STAFF)
