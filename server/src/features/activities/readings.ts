// How the activity in front is read, and what each viewer has entered; each is told of their own alone.
import { readEntries } from '../../activities/readActivities.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const FRONT: Reading = {
  changedBy: ['front:changed'],
  async read(db, from) {
    const ofShow = db.selectFrom('activity_fronts').selectAll().where('show_id', '=', from.showId)
    const row = await ofShow.where('version', '>', fromTheStart(from)).executeTakeFirst()
    if (row) return { room: { front: { activityId: row.activity_id, version: row.version } } }
    return from.cursor === null ? { room: { front: { activityId: null, version: 0 } } } : {}
  },
}

const ENTRIES: Reading = {
  changedBy: ['activity:entered'],
  async read(db, since) {
    const own = await readEntries(db, since)
    return { own: own.map(({ viewerId, ...entry }) => ({ viewerId, changes: { entries: [entry] } })) }
  },
}

export const readings = [FRONT, ENTRIES]
