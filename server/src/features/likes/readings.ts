// How likes are read.
import { readLikes } from '../../store/jobs/talkReads.ts'
import type { Reading } from '../../store/jobs/readings/reading.ts'

const LIKES: Reading = {
  changedBy: ['likes:added'],
  async read(db, { showId, cursor }) {
    const likes = await readLikes(db, { showId, cursor: cursor ?? -1 })
    if (likes === null) return cursor === null ? { room: { likes: 0 } } : {}
    return { room: { likes } }
  },
}

export const readings = [LIKES]
