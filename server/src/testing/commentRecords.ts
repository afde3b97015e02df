// Jobs of comments and likes as methods, for tests that write, judge and like.
import type { CommentId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { CommentRulesChange, WordList } from '@lantern/shared/contract/comments.ts'
import { addComments } from '../features/comments/jobs/addComments.ts'
import * as judging from '../features/comments/jobs/judging.ts'
import { readComments } from '../features/comments/jobs/reads.ts'
import { pinComment, setTalk, unpinComment } from '../features/comments/jobs/rules.ts'
import * as standings from '../features/comments/jobs/standings.ts'
import { readWordLists, readWordsVersion, setWordList } from '../features/comments/jobs/wordLists.ts'
import type { JudgeComment, NewComment } from '../features/comments/newComment.ts'
import { addLikes, type ViewerLikes } from '../features/likes/jobs.ts'
import type { Job } from '../database/database.ts'
import type { Store } from '../records/store.ts'

type InputOf<J> = J extends Job<infer Input, unknown> ? Input : never

export function commentRecords({ run, change }: Pick<Store, 'run' | 'change'>) {
  return {
    addComments: (comments: readonly NewComment[]) => change(addComments, { comments, paces: true }),
    hideComment: (request: JudgeComment) => change(judging.hideComment, request),
    showComment: (request: JudgeComment) => change(judging.showComment, request),
    approveComment: (request: JudgeComment) => change(judging.approveComment, request),
    reportComment: (request: InputOf<typeof judging.reportComment>) => change(judging.reportComment, request),
    pinComment: (showId: ShowId, commentId: CommentId, by: StaffId) => change(pinComment, { showId, commentId, by }),
    unpinComment: (showId: ShowId, by: StaffId) => change(unpinComment, { showId, by }),
    setTalk: (showId: ShowId, rules: CommentRulesChange, by: StaffId) => change(setTalk, { showId, rules, by }),
    readComments: (query: InputOf<typeof readComments>) => run(readComments, query),
    muteViewer: (request: InputOf<typeof standings.muteViewer>) => change(standings.muteViewer, request),
    banViewer: (request: InputOf<typeof standings.banViewer>) => change(standings.banViewer, request),
    pardonViewer: (request: InputOf<typeof standings.pardonViewer>) => change(standings.pardonViewer, request),
    readWordLists: () => run(readWordLists, null),
    readWordsVersion: () => run(readWordsVersion, null),
    setWordList: (showId: ShowId, list: WordList, by: StaffId) => run(setWordList, { showId, list, by }),
    addLikes: (likes: readonly ViewerLikes[]) => change(addLikes, { likes, paces: true }),
  }
}
