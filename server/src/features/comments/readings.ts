// How comments, reports about them, the rules of writing and who may not write are read.
import {
  readAllComments,
  readChangedComments,
  readReported,
  readStandings,
  readCommenting,
  readCommentingVersion,
} from './jobs/reads.ts'
import type { Reading } from '../../room/reading.ts'

const COMMENTS: Reading = {
  changedBy: ['comments:added', 'comment:hidden', 'comment:shown', 'comment:approved', 'viewer:erased'],
  read: (db, { showId, cursor }, words) =>
    cursor === null ? readAllComments(db, showId, words) : readChangedComments(db, { showId, cursor }, words),
}

/** The whole of COMMENTS brings them as well. */
const REPORTS: Reading = {
  changedBy: ['comment:reported'],
  read: async (db, { showId, cursor }, words) =>
    cursor === null ? {} : { desk: { marked: await readReported(db, { showId, cursor }, words) } },
}

const STANDINGS: Reading = {
  changedBy: ['viewer:muted', 'viewer:banned', 'viewer:pardoned', 'viewer:erased'],
  read: async (db, { showId, cursor }, words) => ({
    desk: { standings: await readStandings(db, { showId, cursor: cursor ?? 0 }, words) },
  }),
}

const TALK: Reading = {
  changedBy: ['talk:changed', 'comment:pinned', 'comment:unpinned', 'comment:hidden', 'viewer:erased'],
  async read(db, { showId, cursor }, words) {
    const isKnown = cursor !== null && (await readCommentingVersion(db, showId)) <= cursor
    return isKnown ? {} : { room: { talk: await readCommenting(db, showId, words) } }
  },
}

export const readings = [COMMENTS, REPORTS, STANDINGS, TALK]
