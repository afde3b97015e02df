// Writes one row and nothing else: whether anything can be written is known only by writing.
import type { Job } from './database.ts'

const NAME = 'probe'

export const probeWrite: Job<null, null> = {
  name: 'probeWrite',
  kind: 'write',
  async work(db, _input, { now }) {
    const value = await now()
    await db
      .insertInto('counters')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
    return null
  },
}
