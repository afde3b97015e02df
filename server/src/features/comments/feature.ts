// What the server does for comments.
export * as contract from '@lantern/shared/features/comments/contract.ts'
export { jobs } from './jobs/jobs.ts'
export { readings } from './readings.ts'
import {
  approveComment,
  hideComment,
  pinComment,
  readComments,
  reportComment,
  showComment,
  unpinComment,
} from './judgeComments.ts'
import { banViewer, eraseViewer, muteViewer, pardonViewer } from './judgeViewers.ts'
import { readWords, setTalk, setWords } from './setRules.ts'
import { postComment, replyToComment } from './writeComments.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createCommentBatch } from './batchComments.ts'
import { createWordWatch } from './wordWatch.ts'

export const handlers = {
  'comment:post': postComment,
  'comment:reply': replyToComment,
  'comment:hide': hideComment,
  'comment:show': showComment,
  'comment:approve': approveComment,
  'comment:pin': pinComment,
  'comment:unpin': unpinComment,
  'comment:report': reportComment,
  'comments:read': readComments,
  'viewer:mute': muteViewer,
  'viewer:ban': banViewer,
  'viewer:pardon': pardonViewer,
  'viewer:erase': eraseViewer,
  'room:setTalk': setTalk,
  'words:read': readWords,
  'words:set': setWords,
}

/** What is open as long as the server is. */
export const services = {
  comments: (needs: ServiceNeeds) => createCommentBatch(needs),
  words: ({ store, clock }: ServiceNeeds) => createWordWatch(store, clock),
}
