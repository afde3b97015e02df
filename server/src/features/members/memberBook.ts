// Members as the rest of the server uses them: the pages, and whoever hears of orders.
import type { KnownMember, MembersQuery, OwnMember, Tier } from '@lantern/shared/contract/members.ts'
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createGroup } from '../../kit/group.ts'
import { readMembers } from './readMembers.ts'
import { readOwn } from './readOwn.ts'
import { type Bearer, type Taken, takeTokens } from './takeTokens.ts'
import { readTiers, saveTiers } from './tiers.ts'

export interface MemberBook {
  /** What a verified token says is on disk when it is granted. The same from the same viewer again changes nothing. */
  take(bearer: Bearer): Promise<Taken>
  /** What the viewer is shown of it; null: known as nobody. */
  own(of: { readonly showId: ShowId; readonly viewerId: ViewerId }): Promise<OwnMember | null>
  /** For staff. */
  list(query: MembersQuery): Promise<readonly KnownMember[]>
  /** The lowest first. */
  tiers(): Promise<readonly Tier[]>
  /** On disk when it is answered, and safe to repeat. */
  saveTiers(tiers: readonly Tier[], staffId: StaffId): Promise<null>
}

const MOST_TOGETHER = 100

export function createMemberBook({ store }: Pick<ServiceNeeds, 'store'>): MemberBook {
  // A shop that opens its show to all members at once sends them within seconds.
  const taking = createGroup<Bearer, Taken>(MOST_TOGETHER, (bearers) => store.run(takeTokens, bearers))
  return {
    take: taking.add,
    list: (query) => store.run(readMembers, query),
    tiers: () => store.run(readTiers, null),
    saveTiers: (tiers, staffId) => store.run(saveTiers, { tiers, staffId }),
    own: (of) => store.run(readOwn, of),
  }
}
