// comment:post and comment:reply: cleans a text, asks the word lists, and has it decided and stored.
import type { CommentId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, type Refusal, refuse, type RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { cleanComment } from '../../domain/comments/fold.ts'
import type { AddRefusal } from './newComment.ts'
import type { Command, Person, Ports, RoomContext } from '../../commands/command.ts'

interface Written {
  readonly commentId: CommentId
  readonly text: string
  readonly replyTo: CommentId | null
}

type WriteRefusal = AddRefusal | 'COMMENT_EMPTY' | 'COMMENT_TOO_LONG' | 'TRY_AGAIN'

const UNCLEAN = { empty: 'COMMENT_EMPTY', too_long: 'COMMENT_TOO_LONG' } as const

async function write(
  { rooms, comments, words }: Ports,
  { person, showId }: RoomContext<Person>,
  { commentId, text, replyTo }: Written,
): Promise<Outcome<Comment, WriteRefusal>> {
  const show = await rooms.findShow(showId)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')
  const clean = cleanComment(text)
  if (!clean.ok) return refuse(UNCLEAN[clean.reason])

  const fromStaff = person.kind === 'staff'
  const verdict = fromStaff ? 'clean' : await words.verdictOf(clean.text)
  const { viewerId, name } = person
  const from = person.kind === 'viewer' ? { source: person.source, issuedAt: person.issuedAt } : { source: null }
  const about = { id: commentId, showId, viewerId, name, fromStaff, replyTo, ...from }
  const outcome = await comments.add({ ...about, text: clean.text, words: verdict })
  return outcome ?? refuse('TRY_AGAIN', { retryAfterMs: 1000 })
}

/** A refusal that this command cannot meet would be our fault. */
function only<Value, Code extends RefusalCode, Never extends Code>(
  outcome: Outcome<Value, Code>,
  never: readonly Never[],
): Outcome<Value, Exclude<Code, Never>> {
  if (outcome.ok || isOther(outcome, never)) return outcome
  throw new Error(`a comment was refused with ${outcome.code}`)
}

function isOther<Code extends RefusalCode, Never extends Code>(
  refusal: Refusal<Code>,
  never: readonly Never[],
): refusal is Refusal<Exclude<Code, Never>> {
  return !never.some((code) => code === refusal.code)
}

/** It may be an order: what others may read of it, and when, changes nothing about that. */
export const postComment: Command<'comment:post'> = async (ports, context, input) => {
  const outcome = only(await write(ports, context, { ...input, replyTo: null }), ['COMMENT_NOT_FOUND'])
  if (!outcome.ok) return outcome
  const { person } = context
  const bought = person.kind === 'viewer' ? await ports.buyer.buy(ports, { ...context, person }, outcome.value) : null
  return grant({ ...outcome.value, bought })
}

const ONLY_VIEWERS_MEET = [
  'SLOW_DOWN',
  'CROWDED_COMMENTS',
  'MUTED',
  'BANNED',
  'COMMENTS_OFF',
  'WATCH_FIRST',
  'BUYERS_ONLY',
  'WORD_BLOCKED',
] as const

export const replyToComment: Command<'comment:reply'> = async (ports, context, input) =>
  only(await write(ports, context, input), ONLY_VIEWERS_MEET)
