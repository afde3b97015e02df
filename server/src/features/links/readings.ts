// How a show's links are read, for staff alone.
import { fromTheStart, type Reading } from '../../room/reading.ts'
import { toLink } from './jobs.ts'
import { shopsLinks } from './tables.ts'

const LINKS: Reading = {
  changedBy: ['link:made', 'link:voided'],
  async read(db, from) {
    const ofShow = shopsLinks(db, from.showId).selectAll('links')
    const rows = await ofShow.where('links.version', '>', fromTheStart(from)).orderBy('links.version').execute()
    return { desk: { links: rows.map(toLink) } }
  },
}

export const readings = [LINKS]
