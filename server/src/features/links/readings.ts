// How a show's links are read, for staff alone.
import { fromTheStart, type Reading } from '../../room/reading.ts'
import { toLink } from './jobs.ts'
import { within } from './tables.ts'

const LINKS: Reading = {
  changedBy: ['link:made', 'link:voided'],
  async read(db, from) {
    const ofShow = within(db).selectFrom('links').selectAll().where('show_id', '=', from.showId)
    const rows = await ofShow.where('version', '>', fromTheStart(from)).orderBy('version').execute()
    return { desk: { links: rows.map(toLink) } }
  },
}

export const readings = [LINKS]
