// Schemas of share links: one for each group and message, and what came of it.
import * as z from 'zod'
import { GroupId } from '../../contract/groups.ts'
import { At, Version } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { MOST_LINK_NAME } from './limits.ts'

/** Chosen by whoever makes it, so that asking twice makes one. */
export const LinkId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand<'LinkId'>()
export type LinkId = z.infer<typeof LinkId>

/** What stands behind /l/ and in `?via=`: signed, letters and digits alone, since messengers cut off other signs at an end. */
export const LinkCode = z
  .string()
  .regex(/^[A-Za-z0-9]{12}$/)
  .brand<'LinkCode'>()
export type LinkCode = z.infer<typeof LinkCode>

export const Link = z.object({
  id: LinkId,
  code: LinkCode,
  /** Where it is sent, as staff call it. */
  name: z.string(),
  /** Whose link it is; null: no group's. It stays so for good. */
  groupId: GroupId.nullable(),
  madeAt: At,
  /** Since then it brings nobody here as coming by it; null: it does. */
  voidedAt: At.nullable(),
  version: Version,
})
export type Link = z.infer<typeof Link>

const count = z.number().int().nonnegative()

/** What came of a link so far. */
export const LinkNumbers = z.object({
  id: LinkId,
  /** How often its page was opened by people; a kill of the server may lose half a second of them. */
  opens: count,
  /** How many people that were. */
  people: count,
  /** How often robots of messengers and pages that load ahead fetched it; in no other number. */
  previews: count,
  /** Holds of people who came by it last. */
  holds: count,
  /** Those that were paid and have not wholly gone back. */
  orders: count,
  /** What was paid for them and has not gone back, in minor units of the show's currency. */
  paidMinor: count,
})
export type LinkNumbers = z.infer<typeof LinkNumbers>

const empty = z.object({})

export const COMMANDS = {
  /** Safe to repeat with the same id. */
  'link:make': {
    input: z.object({ id: LinkId, name: plainText(MOST_LINK_NAME), groupId: GroupId.nullable().default(null) }),
    output: Link,
  },
  /** From now on it leads to the show and counts for nobody. Safe to repeat; it cannot be taken back. */
  'link:void': { input: z.object({ id: LinkId }), output: Link },
  'links:count': { input: empty, output: z.object({ numbers: z.array(LinkNumbers) }) },
}

export const SLICES = {
  staff: { links: z.array(Link).readonly() },
}
