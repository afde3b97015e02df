// Brings a database forward to this server's schema by kysely's Migrator, under the lock of the transaction it runs in.
import type { Kysely } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import type { JobContext } from '../database.ts'
import type { Schema } from '../schema.ts'
import { openApplied } from './applied.ts'
import { numberOf, type Step, STEPS } from './steps.ts'

export interface MigrationNeeds extends Pick<JobContext, 'now' | 'words'> {
  /** Leaves the others for later, where rows of that time are to be put in; default: all there are. */
  readonly only?: ReadonlySet<string>
}

/**
 * Safe to run from several processes at once: the caller's transaction lets one in at a time. What failed is thrown as it
 * was; the caller undoes the whole.
 */
export async function migrate(db: Kysely<Schema>, { now, words, only }: MigrationNeeds): Promise<void> {
  const applied = await openApplied(db, now)
  const steps = STEPS.filter(({ id }) => applied.has(id) || only === undefined || only.has(id))
  // Most starts find nothing to do: they need not ask what tables there are.
  if (steps.every(({ id }) => applied.has(id))) return
  const from = Math.max(0, ...[...applied].map(numberOf))
  await run(db, steps, (step, stepDb) => step.migration.up(stepDb, words.table, from))
}

type Up = (step: Step, db: Kysely<Schema>) => Promise<void>

async function run(db: Kysely<Schema>, steps: readonly Step[], up: Up): Promise<void> {
  const failures: unknown[] = []
  // The Migrator's last word on PostgreSQL, to give its lock back, fails in a transaction that a step has broken.
  const keepFailure = (error: unknown) => {
    failures.push(error)
    throw error
  }
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(steps.map((step) => [step.id, { up: (own) => up(step, own).catch(keepFailure) }])),
  }
  const migrator = new Migrator({
    db,
    provider,
    // All steps of a start and the lists are one transaction, the caller's.
    disableTransactions: true,
    // Those that are missing, not those behind the newest: two that were written side by side may land in either order, and
    // the core's go before those of features, which may be there already.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (failures.length > 0) throw failures[0]
  if (error !== undefined) throw error
}
