// Jobs on the shop's word lists: those that came with the software, until staff change them.
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { WordList } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import { DEFAULT_WORDS } from '../../../domain/comments/defaultWords.ts'
import type { Job } from '../../../database/database.ts'
import { appendEvent, appendToShop } from '../../../events/append.ts'
import type { Schema, WordListRow } from '../../../database/schema.ts'
import { lockShows } from '../../../records/jobs/tellShows.ts'

/** The shop's own words come first. */
const SHIPPED: readonly WordList[] = [
  { id: 'shop', treatment: 'refuse', words: [], version: 0 },
  ...Object.entries(DEFAULT_WORDS).map(([id, words]) => ({
    id,
    treatment: 'review' as const,
    words: [...words],
    version: 0,
  })),
]

/** Every list, those that came with the software included. */
export const readWordLists: Job<null, WordList[]> = {
  name: 'comments.readWordLists',
  kind: 'read',
  work: (db) => readLists(db),
}

/** Every list counts its own changes, so that their sum rises with each. */
export const readWordsVersion: Job<null, number> = {
  name: 'comments.readWordsVersion',
  kind: 'read',
  async work(db) {
    const rows = await db.selectFrom('word_lists').select('version').execute()
    return rows.reduce((sum, { version }) => sum + version, 0)
  },
}

interface SetWords {
  readonly showId: ShowId
  readonly list: WordList
  readonly by: StaffId
}

export const setWordList: Job<SetWords, Outcome<WordList, 'WORDS_CHANGED'>> = {
  name: 'comments.setWordList',
  kind: 'write',
  async work(db, { showId, list, by }, context) {
    const [show] = await lockShows(db, [showId], context)
    const known = (await readLists(db)).find(({ id }) => id === list.id)
    // A list somebody else has changed, or one that is none of ours.
    if (!show || known?.version !== list.version) return refuse('WORDS_CHANGED')
    const words = [...new Set(list.words)]
    const version = list.version + 1
    const row = { treatment: list.treatment, words: JSON.stringify(words), version }
    const isSaved = await save(db, list.id, row)
    if (!isSaved) return refuse('WORDS_CHANGED')
    const payload = { list: list.id, treatment: list.treatment, words: words.length }
    const fact = { actor: `staff:${by}`, type: 'words:changed', payload } as const
    await appendEvent(db, { show, ...fact }, context)
    await appendToShop(db, fact, context)
    return grant({ ...list, words, version })
  },
}

/** Only over the version before: staff in two shows may change one list at once. */
async function save(db: Kysely<Schema>, id: string, row: Omit<WordListRow, 'id'>): Promise<boolean> {
  const insert = db.insertInto('word_lists').values({ id, ...row })
  const over = insert.onConflict((conflict) =>
    conflict
      .column('id')
      .doUpdateSet(row)
      .where('word_lists.version', '=', row.version - 1),
  )
  return (await over.returning('id').execute()).length === 1
}

async function readLists(db: Kysely<Schema>): Promise<WordList[]> {
  const rows = await db.selectFrom('word_lists').selectAll().execute()
  const known = new Map(rows.map((row) => [row.id, toWordList(row)]))
  return SHIPPED.map((list) => known.get(list.id) ?? list)
}

function toWordList({ words, ...row }: WordListRow): WordList {
  return { ...row, words: JSON.parse(words) }
}
