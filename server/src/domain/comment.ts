// The rules of talking: whether a comment is taken, and who gets to see it.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome, Refusal } from '@lantern/shared/contract/refusals.ts'
import type { Ban, CommentState, CommentRulesChange, CommentRules } from '@lantern/shared/contract/comments.ts'

export const OPEN_RULES: CommentRules = { slowMs: 0, mutedAll: false, review: false, watchMs: 0, buyersOnly: false }

export function changeRules(rules: CommentRules, change: CommentRulesChange): CommentRules {
  return {
    slowMs: change.slowMs ?? rules.slowMs,
    mutedAll: change.mutedAll ?? rules.mutedAll,
    review: change.review ?? rules.review,
    watchMs: change.watchMs ?? rules.watchMs,
    buyersOnly: change.buyersOnly ?? rules.buyersOnly,
  }
}

/** What the word lists say of a text. */
export type WordVerdict = 'clean' | 'review' | 'refuse'

/** What is known of a viewer who writes; times in ms since the epoch, null: never. */
export interface Author {
  readonly mutedUntil: number | null
  readonly ban: Ban | null
  /** When this viewer first came to the show. */
  readonly firstSeenAt: number | null
  /** When this viewer's latest comment in the show was taken. */
  readonly lastPostAt: number | null
  readonly hasBought: boolean
}

export interface Post {
  readonly words: WordVerdict
  readonly now: number
}

export type PostRefusal =
  'SLOW_DOWN' | 'MUTED' | 'BANNED' | 'COMMENTS_OFF' | 'WATCH_FIRST' | 'BUYERS_ONLY' | 'WORD_BLOCKED'
export type PostDecision = Outcome<Extract<CommentState, 'shown' | 'held' | 'silent'>, PostRefusal>

const MINUTE_MS = 60_000

/** What staff look at before others read it. */
export function isLookedAt(rules: CommentRules, words: WordVerdict): boolean {
  return rules.review || words === 'review'
}

/** Staff are not asked: they may always write. Whoever is banned silently meets the same refusals as everybody. */
export function decidePost(rules: CommentRules, author: Author, { words, now }: Post): PostDecision {
  const refusal = refusalOf(author, now) ?? refusalIn(rules, author, now)
  if (refusal !== null) return refusal
  if (words === 'refuse') return refuse('WORD_BLOCKED')
  if (author.ban === 'silent') return grant('silent')
  return grant(isLookedAt(rules, words) ? 'held' : 'shown')
}

/** What was decided about this very viewer. */
export function refusalOf(
  { ban, mutedUntil }: Pick<Author, 'ban' | 'mutedUntil'>,
  now: number,
): Refusal<'BANNED' | 'MUTED'> | null {
  if (ban === 'open') return refuse('BANNED')
  const mutedMs = (mutedUntil ?? 0) - now
  return mutedMs > 0 ? refuse('MUTED', { retryAfterMs: mutedMs }) : null
}

/** What the show asks of everybody. */
function refusalIn(rules: CommentRules, author: Author, now: number): Refusal<PostRefusal> | null {
  if (rules.mutedAll) return refuse('COMMENTS_OFF')
  if (rules.buyersOnly && !author.hasBought) return refuse('BUYERS_ONLY')
  const watchMs = leftOf(author.firstSeenAt ?? now, rules.watchMs, now)
  const minutes = Math.ceil(rules.watchMs / MINUTE_MS)
  if (watchMs > 0) return refuse('WATCH_FIRST', { retryAfterMs: watchMs, detail: { minutes } })
  const slowMs = author.lastPostAt === null ? 0 : leftOf(author.lastPostAt, rules.slowMs, now)
  return slowMs > 0 ? refuse('SLOW_DOWN', { retryAfterMs: slowMs }) : null
}

/** What is left of a span that began at `from`. */
function leftOf(from: number, spanMs: number, now: number): number {
  return from + spanMs - now
}

/** Which facts about an author the rules ask for: what nobody asks for need not be read. */
export function factsNeeded(rules: CommentRules): {
  readonly visits: boolean
  readonly posts: boolean
  readonly orders: boolean
} {
  return { visits: rules.watchMs > 0, posts: rules.slowMs > 0, orders: rules.buyersOnly }
}

type Verdict = 'hide' | 'show' | 'approve'

/** A comment as staff find it; `before`: what a hidden one was. */
export interface Judged {
  readonly state: CommentState
  readonly before: CommentState | null
}

/**
 * Where a staff's verdict leads; the same state: there is nothing to do; null: there is no such comment any more. A silent one
 * is hidden from everybody already; staff who let it through mean it.
 */
export function judge({ state, before }: Judged, verdict: Verdict): CommentState | null {
  if (state === 'erased') return null
  if (verdict === 'approve') return state === 'held' || state === 'silent' ? 'shown' : state
  if (verdict === 'hide') return state === 'silent' ? state : 'hidden'
  return state === 'hidden' ? (before ?? 'shown') : state
}
