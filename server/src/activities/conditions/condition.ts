// What a kind of condition says of itself: how far viewers are, read for many of them at once.
import type { Kysely } from 'kysely'
import type { Condition } from '@lantern/shared/activities/conditions.ts'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Candidate } from '../../domain/candidate.ts'

export interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

export type NameOf = Condition['is']
export type ConditionNamed<Name extends NameOf> = Extract<Condition, { is: Name }>

export interface Asking<Name extends NameOf> {
  readonly condition: ConditionNamed<Name>
  readonly who: Candidate
}

export interface ConditionKind<Name extends NameOf> {
  need(condition: ConditionNamed<Name>): number
  /** How much each of them has, in their order; a fixed number of statements. */
  have(reader: Reader, askings: readonly Asking<Name>[]): Promise<readonly number[]>
}

/** Of pairs of show and viewer, each once, as rows to join with. */
export function givenViewers({ words }: Reader, askings: readonly { readonly who: Candidate }[]) {
  const pairs = new Map(askings.map(({ who }) => [keyOf(who), [who.showId, who.viewerId]]))
  return words.givenRows({ show_id: 'text', viewer_id: 'text' }, [...pairs.values()])
}

export function keyOf({ showId, viewerId }: Pick<Candidate, 'showId' | 'viewerId'>): string {
  return `${showId} ${viewerId}`
}
