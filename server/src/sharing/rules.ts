// Job that sets the shop's rules for sharers: a new version each time, so that what was credited before is paid as it was promised.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { DEFAULT_RULES, type SharingRules } from '@lantern/shared/contract/sharing.ts'
import type { Job } from '../database/database.ts'
import { appendToShop } from '../events/append.ts'
import { type NumberedRules, readRules } from './readSharing.ts'

interface SetRules {
  /** Over which the new ones go: somebody else may have set them meanwhile. */
  readonly version: number
  readonly rules: SharingRules
  readonly by: string
}

/** One at a time sets them. */
const LOCK = 'sharing rules'

/** Before the shop has set any: nobody shares. */
const FIRST: NumberedRules = { version: 0, rules: DEFAULT_RULES }

export const readSharingRules: Job<null, NumberedRules> = {
  name: 'commission.readRules',
  kind: 'read',
  work: async (db) => (await readRules(db)) ?? FIRST,
}

/** The same rules again change nothing. */
export const setSharingRules: Job<SetRules, Outcome<NumberedRules, 'SHARING_CHANGED'>> = {
  name: 'commission.setRules',
  kind: 'write',
  async work(db, { version, rules, by }, context) {
    await context.words.lockNames(db, [LOCK])
    const before = (await readRules(db)) ?? FIRST
    const text = JSON.stringify(rules)
    if (JSON.stringify(before.rules) === text) return grant(before)
    if (before.version !== version) return refuse('SHARING_CHANGED')
    const now = { version: version + 1, rules }
    await appendToShop(db, { actor: `staff:${by}`, type: 'sharing:set', payload: now }, context)
    const row = { version: now.version, at: await context.now(), by, rules: text }
    await db.insertInto('sharing_rules').values(row).execute()
    return grant(now)
  },
}
