// The commands about what is said, beside the functions that run them.
import { COMMANDS as C } from '@lantern/shared/contract/commands.ts'
import type { TALK_COMMANDS } from '@lantern/shared/contract/talkCommands.ts'
import { type BoundCommand, fromEveryone, fromStaff, fromViewers } from './bind.ts'
import * as comments from './judgeComments.ts'
import * as viewers from './judgeViewers.ts'
import { readWords, sendLike, setTalk, setWords } from './steerTalk.ts'
import { postComment, replyToComment } from './writeComments.ts'

export const TALK_TABLE = {
  'comment:post': fromEveryone(C['comment:post'], postComment),
  'comment:reply': fromStaff(C['comment:reply'], replyToComment),
  'comment:hide': fromStaff(C['comment:hide'], comments.hideComment),
  'comment:show': fromStaff(C['comment:show'], comments.showComment),
  'comment:approve': fromStaff(C['comment:approve'], comments.approveComment),
  'comment:pin': fromStaff(C['comment:pin'], comments.pinComment),
  'comment:unpin': fromStaff(C['comment:unpin'], comments.unpinComment),
  'comment:report': fromViewers(C['comment:report'], comments.reportComment),
  'comments:read': fromStaff(C['comments:read'], comments.readComments),
  'viewer:mute': fromStaff(C['viewer:mute'], viewers.muteViewer),
  'viewer:ban': fromStaff(C['viewer:ban'], viewers.banViewer),
  'viewer:pardon': fromStaff(C['viewer:pardon'], viewers.pardonViewer),
  'viewer:erase': fromStaff(C['viewer:erase'], viewers.eraseViewer),
  'room:setTalk': fromStaff(C['room:setTalk'], setTalk),
  'words:read': fromStaff(C['words:read'], readWords),
  'words:set': fromStaff(C['words:set'], setWords),
  'like:send': fromViewers(C['like:send'], sendLike),
} as const satisfies Record<keyof typeof TALK_COMMANDS, BoundCommand>
