// Every job on what is said in a show, as the database must know them.
import { addComments } from './comments.ts'
import { eraseViewer } from './eraseViewer.ts'
import { approveComment, hideComment, reportComment, showComment } from './judging.ts'
import { addLikes, noteVisits } from './likes.ts'
import { banViewer, muteViewer, pardonViewer } from './standings.ts'
import { readComments } from './talkReads.ts'
import { pinComment, setTalk, unpinComment } from './talkRules.ts'
import { readWordLists, readWordsVersion, setWordList } from './wordLists.ts'

export const TALK_JOBS = [
  addComments,
  hideComment,
  showComment,
  approveComment,
  reportComment,
  pinComment,
  unpinComment,
  setTalk,
  readComments,
  muteViewer,
  banViewer,
  pardonViewer,
  eraseViewer,
  readWordLists,
  readWordsVersion,
  setWordList,
  addLikes,
  noteVisits,
] as const
