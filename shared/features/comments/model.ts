// What is said in a show: comments, who may write, and what staff do about it.
import { byId, comments, STAFF_ROWS, one, rows } from '../../contract/merge.ts'
import { EVERYONE, ROLES } from '../../contract/roles.ts'
import type { StaffComment, Standing, Commenting } from '../../contract/comments.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

/** Comments that a page keeps to be read, and that a snapshot begins with. */
const COMMENTS = { keep: 200, told: 50 }

/** Everyone may write, and nothing stands above the others. */
const NO_RULES: Commenting = {
  slowMs: 0,
  mutedAll: false,
  review: false,
  watchMs: 0,
  buyersOnly: false,
  pinned: null,
  version: 0,
}

const newestFirst = (a: { readonly version: number }, b: { readonly version: number }) => b.version - a.version

export const slices = {
  everyone: { comments: comments(COMMENTS), talk: one<Commenting>(NO_RULES) },
  staff: {
    marked: rows<StaffComment>({
      key: byId,
      order: newestFirst,
      keep: STAFF_ROWS,
      isGone: ({ state, reports }) => state === 'erased' || (state === 'shown' && reports === 0),
    }),
    standings: rows<Standing>({
      key: ({ viewerId }) => viewerId,
      order: newestFirst,
      keep: STAFF_ROWS,
      isGone: ({ mutedUntil, ban }) => mutedUntil === null && ban === null,
    }),
  },
}

export const facts = [
  'comments:added',
  'comment:hidden',
  'comment:shown',
  'comment:approved',
  'comment:reported',
  'comment:pinned',
  'comment:unpinned',
  'viewer:muted',
  'viewer:banned',
  'viewer:pardoned',
  'talk:changed',
  'words:changed',
] as const

export const refusals = {
  COMMENT_EMPTY: 'final',
  COMMENT_TOO_LONG: 'final',
  COMMENT_ID_TAKEN: 'final',
  COMMENT_NOT_FOUND: 'final',
  SLOW_DOWN: 'final',
  CROWDED_COMMENTS: 'retry',
  MUTED: 'final',
  BANNED: 'final',
  COMMENTS_OFF: 'final',
  WATCH_FIRST: 'final',
  BUYERS_ONLY: 'final',
  WORD_BLOCKED: 'final',
  VIEWER_NOT_FOUND: 'final',
  WORDS_CHANGED: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'comment:post': {
    from: EVERYONE,
    refusals: [
      'SHOW_ENDED',
      'COMMENT_EMPTY',
      'COMMENT_TOO_LONG',
      'COMMENT_ID_TAKEN',
      'SLOW_DOWN',
      'CROWDED_COMMENTS',
      'MUTED',
      'BANNED',
      'COMMENTS_OFF',
      'WATCH_FIRST',
      'BUYERS_ONLY',
      'WORD_BLOCKED',
    ],
    limit: { times: 10, inSeconds: 10 },
    // Shown even where the room is too loud for all comments; what it bought is for the one who asked.
    brings: ({ bought: _, ...comment }) => ({ room: { comments: { rows: [comment], removed: [] } } }),
  },
  'comment:reply': {
    from: ROLES,
    refusals: ['SHOW_ENDED', 'COMMENT_EMPTY', 'COMMENT_TOO_LONG', 'COMMENT_ID_TAKEN', 'COMMENT_NOT_FOUND'],
    limit: USUAL,
  },
  'comment:hide': { from: ROLES, refusals: ['COMMENT_NOT_FOUND'], limit: USUAL },
  'comment:show': { from: ROLES, refusals: ['COMMENT_NOT_FOUND'], limit: USUAL },
  'comment:approve': { from: ROLES, refusals: ['COMMENT_NOT_FOUND'], limit: USUAL },
  'comment:pin': { from: ROLES, refusals: ['COMMENT_NOT_FOUND', 'SHOW_ENDED'], limit: USUAL },
  'comment:unpin': { from: ROLES, refusals: ['SHOW_ENDED'], limit: USUAL },
  'comment:report': { from: ['viewer'], refusals: ['COMMENT_NOT_FOUND'], limit: { times: 10, inSeconds: 10 } },
  'comments:read': { from: ROLES, refusals: [], limit: USUAL },
  'viewer:mute': { from: ROLES, refusals: ['VIEWER_NOT_FOUND'], limit: USUAL },
  'viewer:ban': { from: ROLES, refusals: ['VIEWER_NOT_FOUND'], limit: USUAL },
  'viewer:pardon': { from: ROLES, refusals: ['VIEWER_NOT_FOUND'], limit: USUAL },
  'viewer:erase': { from: ['owner'], refusals: [], limit: USUAL },
  'room:setTalk': { from: ROLES, refusals: ['SHOW_ENDED'], limit: USUAL },
  'words:read': { from: ROLES, refusals: [], limit: USUAL },
  'words:set': { from: ROLES, refusals: ['WORDS_CHANGED'], limit: USUAL },
})
