// Every table and what erasing a viewer means for it: the one list of owners, each feature with its own.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { ACTIVITIES } from '../../activities/erasures.ts'
import { CONSENTS } from '../../consents/erasures.ts'
import { REWARDS } from '../../rewards/erasures.ts'
import { SHARING } from '../../sharing/erasures.ts'
import type { SqlWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import { FEATURES } from '../../features/feature.ts'
import type { Erasable, Erasing, Erasures, OfTables } from './erasure.ts'
import { HOUSE } from './house.ts'
import { LEDGER } from './ledger.ts'
import { SHOP } from './shop.ts'
import { COMMENTS } from './comments.ts'

const CORE: Erasures<keyof Schema> = {
  ...LEDGER,
  ...ACTIVITIES,
  ...REWARDS,
  ...CONSENTS,
  ...SHARING,
  ...COMMENTS,
  ...SHOP,
  ...HOUSE,
}

export const ERASURES: OfTables = { ...CORE, ...Object.assign({}, ...FEATURES.map(([, { erasures }]) => erasures)) }

const erasable = (): Erasable[] => Object.values(ERASURES).filter((one) => 'erase' in one)

/** Where pages have to hear of it. */
export async function findShows(db: Kysely<Schema>, viewerId: ViewerId): Promise<ShowId[]> {
  const found: ShowId[] = []
  for (const { shows } of erasable()) found.push(...((await shows?.(db, viewerId)) ?? []))
  return [...new Set(found)]
}

/** Read before anything is erased. */
export async function findSources(db: Kysely<Schema>, viewerId: ViewerId): Promise<string[]> {
  const from = (table: 'holds' | 'waits') =>
    db.selectFrom(table).select(['source', 'crowd']).distinct().where('viewer_id', '=', viewerId).execute()
  const rows = [...(await from('holds')), ...(await from('waits'))]
  return [...new Set(rows.flatMap(({ source, crowd }) => [source ?? [], crowd ?? []].flat()))]
}

/** Under it, whoever writes of the viewer at the same moment sees that the viewer was erased, or is seen here. All at once, in one order. */
export async function lockErased(db: Kysely<Schema>, words: SqlWords): Promise<void> {
  const names = new Set(erasable().flatMap(({ locks }) => locks ?? []))
  await words.lockNames(db, [...names])
}

/** Within the caller's transaction; safe to repeat. */
export async function eraseEverywhere(db: Kysely<Schema>, erasing: Erasing): Promise<void> {
  for (const one of erasable()) await one.erase(db, erasing)
}
