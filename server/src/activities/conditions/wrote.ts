// The condition of having written in the show, a word or anything.
import { sql } from 'kysely'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type ConditionKind, givenViewers, keyOf, type Reader } from './condition.ts'

export const wrote: ConditionKind<'wrote'> = {
  need: () => 1,
  async have(reader, askings) {
    const written = await readWritten(reader, askings)
    return askings.map(({ condition: { word }, who }) => {
      const texts = written.get(keyOf(who)) ?? []
      return Number(word === null ? texts.length > 0 : texts.some((text) => text.includes(plain(word))))
    })
  },
}

/** Wide and narrow letters, small and capital ones are the same. */
function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en')
}

/** Whoever is banned without being told counts like anybody: the condition must not tell them. */
async function readWritten(reader: Reader, askings: Parameters<typeof givenViewers>[1]) {
  const query = sql<{ show_id: ShowId; viewer_id: ViewerId; text: string }>`
    select comments.show_id, comments.viewer_id, comments.text from ${givenViewers(reader, askings)}
    join comments on comments.show_id = given.show_id and comments.viewer_id = given.viewer_id
    where comments.state in ('shown', 'silent')`
  const { rows } = await query.execute(reader.db)
  const byViewer = Map.groupBy(rows, (row) => keyOf({ showId: row.show_id, viewerId: row.viewer_id }))
  return new Map([...byViewer].map(([key, own]) => [key, own.map(({ text }) => plain(text))]))
}
