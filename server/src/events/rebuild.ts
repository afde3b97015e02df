// Makes anew what a subscription has made: from what it kept of facts that are gone, then from those that the log still has.
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { moveCursor, takeTurn } from './cursors.ts'
import type { Subscription } from './subscription.ts'

/** Null: there is nothing to be made anew, for what it did cannot be undone. Else what it made is gone, to be taken again. */
export function createBeginRebuild(list: readonly Subscription[]): Job<{ name: string }, null | { begun: true }> {
  return {
    name: 'events.beginRebuild',
    kind: 'write',
    async work(db, { name }, context) {
      const subscription = list.find((one) => one.name === name)
      if (!subscription?.rebuilding) return null
      await begin(db, { name, rebuilding: subscription.rebuilding }, context)
      return { begun: true }
    },
  }
}

interface Begun {
  readonly name: string
  readonly rebuilding: NonNullable<Subscription['rebuilding']>
}

async function begin(db: Kysely<Schema>, { name, rebuilding }: Begun, context: JobContext): Promise<void> {
  await takeTurn(db, name, context)
  await rebuilding.clear(db)
  await db.deleteFrom('subscription_cursors').where('name', '=', name).execute()
  const checkpoints = await db.selectFrom('checkpoints').selectAll().where('name', '=', name).execute()
  for (const { stream, seq, kept } of checkpoints) {
    await rebuilding.restore(db, stream, kept)
    await moveCursor(db, { name, stream, seq })
  }
}
