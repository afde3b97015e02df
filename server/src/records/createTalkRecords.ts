// What is said in a show, over any Database: each method is one job.
import type { Database, Job } from '../database/database.ts'
import type { Changed } from '../database/changed.ts'
import { addComments } from './jobs/comments.ts'
import { eraseViewer } from './jobs/eraseViewer.ts'
import { approveComment, hideComment, reportComment, showComment } from './jobs/judging.ts'
import { addLikes, noteVisits } from './jobs/likes.ts'
import { banViewer, muteViewer, pardonViewer } from './jobs/standings.ts'
import { readComments } from './jobs/talkReads.ts'
import { pinComment, setTalk, unpinComment } from './jobs/talkRules.ts'
import { readWordLists, readWordsVersion, setWordList } from './jobs/wordLists.ts'
import type { TalkRecords } from './talk.ts'

/** Runs a job and tells whose rooms it changed. */
type Change = <Input, Value>(job: Job<Input, Changed<Value>>, input: Input) => Promise<Value>

interface TalkParts {
  readonly database: Database
  readonly change: Change
  /** Whether one address may write and like only so much. */
  readonly paces: boolean
}

export function createTalkRecords({ database, change, paces }: TalkParts): TalkRecords {
  return {
    addComments: (comments) => change(addComments, { comments, paces }),
    hideComment: (request) => change(hideComment, request),
    showComment: (request) => change(showComment, request),
    approveComment: (request) => change(approveComment, request),
    reportComment: (request) => change(reportComment, request),
    pinComment: (showId, commentId, by) => change(pinComment, { showId, commentId, by }),
    unpinComment: (showId, by) => change(unpinComment, { showId, by }),
    setTalk: (showId, rules, by) => change(setTalk, { showId, rules, by }),
    readComments: (query) => database.run(readComments, query),
    muteViewer: (request) => change(muteViewer, request),
    banViewer: (request) => change(banViewer, request),
    pardonViewer: (request) => change(pardonViewer, request),
    eraseViewer: (request) => change(eraseViewer, request),
    readWordLists: () => database.run(readWordLists, null),
    readWordsVersion: () => database.run(readWordsVersion, null),
    setWordList: (showId, list, by) => database.run(setWordList, { showId, list, by }),
    addLikes: (likes) => change(addLikes, { likes, paces }).then(() => {}),
    noteVisits: (visits) => database.run(noteVisits, { visits }).then(() => {}),
  }
}
