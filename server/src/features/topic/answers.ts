// Answers to topics as they are kept: the entries of viewers who are still known, each with what staff made of it.
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type AnswerMark, TopicEntry } from '@lantern/shared/features/topic/contract.ts'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

export interface AnswerRow {
  readonly activity_id: ActivityId
  readonly no: number
  readonly viewer_id: ViewerId
  readonly viewer_name: string
  readonly text: string
  readonly changed_at: number
  readonly version: number
  readonly mark: AnswerMark
  /** Of the mark; null: there is none. */
  readonly marked: number | null
}

/** Whoever was erased has none. A pick is one of a text: of a changed answer it is none any more. */
export function answersOf(db: Kysely<Schema>) {
  return within(db)
    .selectFrom('activity_entries as entries')
    .leftJoin('topic_marks as marks', (join) =>
      join.onRef('marks.activity_id', '=', 'entries.activity_id').onRef('marks.no', '=', 'entries.no'),
    )
    .select(['entries.activity_id', 'entries.no', 'entries.viewer_id', 'entries.viewer_name', 'entries.own_words'])
    .select(['entries.changed_at', 'entries.version', 'marks.version as marked'])
    .select(MARK.as('mark'))
    .where('entries.own_words', 'is not', null)
}

const MARK = sql<AnswerMark>`case when marks.mark = 'hidden' then 'hidden'
  when marks.mark = 'picked' and marks.answer_version = entries.version then 'picked' else 'plain' end`

export const isMarked = (mark: AnswerMark) => sql<boolean>`${MARK} = ${mark}`

/** Begins with the marks, which are few, and not with thousands of answers. */
export const pickedOf = (db: Kysely<Schema>) =>
  answersOf(db).where('marks.mark', '=', 'picked').where(isMarked('picked'))

type Found = Awaited<ReturnType<ReturnType<typeof answersOf>['execute']>>[number]

export function toAnswer({ own_words, viewer_id, viewer_name, ...row }: Found): AnswerRow[] {
  if (own_words === null || viewer_id === null) return []
  const { text } = TopicEntry.parse(JSON.parse(own_words))
  return [{ ...row, viewer_id, viewer_name: viewer_name ?? '', text }]
}
