// The shows that sell from a variant's shared stock or are to, locked as the ledger locks them.
import type { ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { readShares, type ShareRow } from '../../ledger/jobs/balance.ts'

export interface Candidate extends ShareRow {
  /** Already. */
  readonly isIn: boolean
}

interface Asked {
  readonly variantId: VariantId
  readonly showIds: readonly ShowId[]
}

export async function lockCandidates(
  db: Kysely<Schema>,
  { variantId, showIds }: Asked,
  { words }: JobContext,
): Promise<Candidate[]> {
  const named = words.isOneOf('offers.show_id', showIds)
  const fits = sql<boolean>`(offers.withdrawn = 0 and (offers.shared > 0 or ${named}))`
  const known = db.selectFrom('offers').select('show_id').where('variant_id', '=', variantId).where(fits)
  const ids = (await known.execute()).map((row) => row.show_id)
  if (ids.length === 0) return []
  const shows = db.selectFrom('shows').select('id').where(words.isOneOf('id', ids)).orderBy('id')
  await words.lockRows(shows).execute()
  const rows = await readShares(db, variantId, fits)
  return rows.map(({ isIn, share }) => ({ ...share, isIn }))
}
