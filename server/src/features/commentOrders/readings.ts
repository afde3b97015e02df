// How the rules of comment to buy are read.
import { readBuying } from './jobs.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const BUYING: Reading = {
  changedBy: ['buying:changed', 'rundown:changed'],
  async read(db, from) {
    const buying = await readBuying(db, from.showId, fromTheStart(from))
    return buying === null && from.cursor !== null ? {} : { room: { buying } }
  },
}

export const readings = [BUYING]
