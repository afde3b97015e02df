// Every job of comments, as the database must know them.
import { addComments } from './addComments.ts'
import { approveComment, hideComment, reportComment, showComment } from './judging.ts'
import { banViewer, muteViewer, pardonViewer } from './standings.ts'
import { readComments } from './reads.ts'
import { pinComment, setTalk, unpinComment } from './rules.ts'
import { readWordLists, readWordsVersion, setWordList } from './wordLists.ts'

export const jobs = [
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
  readWordLists,
  readWordsVersion,
  setWordList,
]
