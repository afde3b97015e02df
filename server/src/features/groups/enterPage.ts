// Who comes to a leader's page: the group that it is of, if the code is good and the phone is the one that has it.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { type GroupRow, within } from './tables.ts'

export interface FromPhone {
  readonly codeHash: string
  /** Null: it has no cookie of a leader. */
  readonly deviceHash: string | null
}

export type Entered = Pick<GroupRow, 'id' | 'name' | 'theme' | 'messenger' | 'point_id' | 'deleted_at'>
export type EnterRefusal = 'LEADER_PAGE_GONE' | 'OTHER_PHONE'

export async function enterPage(
  db: Kysely<Schema>,
  { codeHash, deviceHash }: FromPhone,
): Promise<Outcome<Entered, EnterRefusal>> {
  const row = await within(db)
    .selectFrom('leader_pages')
    .innerJoin('chat_groups', 'chat_groups.id', 'leader_pages.group_id')
    .select(['id', 'name', 'theme', 'messenger', 'point_id', 'deleted_at', 'device_hash'])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  if (row === undefined) return refuse('LEADER_PAGE_GONE')
  const { device_hash, ...group } = row
  return device_hash !== null && device_hash === deviceHash ? grant(group) : refuse('OTHER_PHONE')
}
