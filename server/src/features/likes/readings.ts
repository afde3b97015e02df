// How likes are read.
import { readLikes } from './jobs.ts'
import type { Reading } from '../../room/reading.ts'

const LIKES: Reading = {
  changedBy: ['likes:added'],
  async read(db, { showId, cursor }) {
    const likes = await readLikes(db, { showId, cursor: cursor ?? -1 })
    if (likes === null) return cursor === null ? { room: { likes: 0 } } : {}
    return { room: { likes } }
  },
}

export const readings = [LIKES]
