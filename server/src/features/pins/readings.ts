// How the pinned products are read.
import { toPins } from '../../database/toThings.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const PINS: Reading = {
  changedBy: ['pins:changed'],
  async read(db, from) {
    const ofShow = db.selectFrom('pins').selectAll().where('show_id', '=', from.showId)
    const pins = await ofShow.where('version', '>', fromTheStart(from)).executeTakeFirst()
    return pins ? { room: { pins: toPins(pins) } } : {}
  },
}

export const readings = [PINS]
