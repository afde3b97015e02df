// Jobs about what the shop's counter takes; until staff say so, nothing.
import { CounterRules } from '@lantern/shared/contract/counter.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop } from '../../events/append.ts'

const NAME = 'counter'
const NOTHING: CounterRules = { coupons: false, orders: false }

export async function readRules(db: Kysely<Schema>): Promise<CounterRules> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst()
  return row === undefined ? NOTHING : CounterRules.parse(JSON.parse(row.value))
}

export const findRules: Job<null, CounterRules> = {
  name: 'counter.findRules',
  kind: 'read',
  work: (db) => readRules(db),
}

/** Safe to repeat. */
export const setRules: Job<{ readonly rules: CounterRules; readonly staffId: StaffId }, CounterRules> = {
  name: 'counter.setRules',
  kind: 'write',
  async work(db, { rules, staffId }, context) {
    await context.words.lockNames(db, [NAME])
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'counter:set', payload: rules }, context)
    const value = JSON.stringify(rules)
    const insert = db.insertInto('settings').values({ name: NAME, value })
    await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
    return rules
  },
}
