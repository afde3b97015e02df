// Reads what the tiers of viewers take off: for the ledger when it grants their holds, and for their pages.
import type { MemberId, TierId } from '@lantern/shared/contract/members.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

/** Of what features keep, the columns that are read here. */
type Read = {
  viewer_members: { viewer_id: ViewerId; member_id: MemberId; known_by: string }
  members: { id: MemberId; tier: string | null }
  member_tiers: { id: TierId; name: string; percent: number | null }
}

export interface TierOff {
  readonly id: TierId
  readonly percent: number
}

export type Tiers = ReadonlyMap<ViewerId, TierOff>

/** What the ledger's rows and its working set have of it. */
export interface ForTiers {
  readonly tiers: Tiers
}

export const NO_TIERS: Tiers = new Map()

interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

/** Of those who have proven who they are, and whose tier pays less. */
export async function readTiers({ db, words }: Reader, viewerIds: readonly ViewerId[]): Promise<Tiers> {
  if (viewerIds.length === 0) return NO_TIERS
  const rows = await db
    .withTables<Read>()
    .selectFrom('viewer_members')
    .innerJoin('members', 'members.id', 'viewer_members.member_id')
    .innerJoin('member_tiers', 'member_tiers.name', 'members.tier')
    .select(['viewer_id', 'member_tiers.id', 'percent'])
    .where(words.isOneOf('viewer_id', viewerIds))
    .where('known_by', '=', 'token')
    .execute()
  return new Map(rows.flatMap(({ viewer_id, id, percent }) => (percent === null ? [] : [[viewer_id, { id, percent }]])))
}
