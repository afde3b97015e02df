// Jobs that read and replace the tiers that staff have named.
import type { Tier } from '@lantern/shared/contract/members.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../../database/database.ts'
import { appendToShop } from '../../events/append.ts'
import { MEMBERS, within } from './tables.ts'

/** The lowest first. */
export const readTiers: Job<null, readonly Tier[]> = {
  name: 'members.readTiers',
  kind: 'read',
  async work(db) {
    const tiers = await within(db).selectFrom('member_tiers').selectAll().orderBy('rank').execute()
    return tiers.map(({ id, name, percent }) => ({ id, name, percent }))
  },
}

/** Of holds that are there already nothing changes. Safe to repeat. */
export const saveTiers: Job<{ readonly tiers: readonly Tier[]; readonly staffId: StaffId }, null> = {
  name: 'members.saveTiers',
  kind: 'write',
  async work(db, { tiers, staffId }, context) {
    await context.words.lockNames(db, [MEMBERS])
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'tiers:set', payload: { tiers } }, context)
    await within(db).deleteFrom('member_tiers').execute()
    for (const [rank, tier] of tiers.entries())
      await within(db)
        .insertInto('member_tiers')
        .values({ ...tier, rank })
        .execute()
    return null
  },
}
