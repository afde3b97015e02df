// What is said in the quiet show: every rule of talking met once, every verdict given, and what is left after the end.
type Say = (name: string, input: unknown) => Promise<Record<string, unknown>>

export interface CommentCast {
  readonly owner: Say
  readonly ann: Say
  readonly bob: Say
  /** Has never bought anything. */
  readonly cat: Say
  readonly newId: () => string
}

const LONG = 'x'.repeat(600)
const NOBODY = 'nobody'
const HOUR_MS = 3_600_000
const OPEN = { slowMs: 0, mutedAll: false, review: false, watchMs: 0, buyersOnly: false }

async function post({ newId }: CommentCast, who: Say, text = 'is it warm?'): Promise<string> {
  const commentId = newId()
  await who('comment:post', { commentId, text })
  return commentId
}

async function tellOfTexts(cast: CommentCast, known: string): Promise<void> {
  const { owner, ann, bob, newId } = cast
  for (const text of ['\u200b', LONG]) {
    await ann('comment:post', { commentId: newId(), text })
    await owner('comment:reply', { commentId: newId(), replyTo: known, text })
  }
  await bob('comment:post', { commentId: known, text: 'mine' })
  await owner('comment:reply', { commentId: known, replyTo: known, text: 'mine' })
  await owner('comment:reply', { commentId: newId(), replyTo: NOBODY, text: 'who?' })
  await owner('comment:reply', { commentId: newId(), replyTo: known, text: 'very' })
}

async function tellOfVerdicts({ owner, bob }: CommentCast, known: string): Promise<void> {
  for (const commentId of [known, NOBODY]) {
    await bob('comment:report', { commentId })
    for (const verdict of ['hide', 'show', 'approve', 'pin']) await owner(`comment:${verdict}`, { commentId })
  }
  await owner('comment:unpin', {})
  await owner('comments:read', { filter: 'all', before: null })
}

async function tellOfStandings(cast: CommentCast, viewerId: string): Promise<void> {
  const { owner, ann } = cast
  const acts: [string, object][] = [
    ['viewer:mute', { forMs: HOUR_MS }],
    ['viewer:ban', { ban: 'open' }],
    ['viewer:pardon', {}],
  ]
  for (const [name, input] of acts) {
    await owner(name, { viewerId, ...input })
    await post(cast, ann)
    await owner(name, { viewerId: NOBODY, ...input })
  }
}

async function tellOfRules(cast: CommentCast): Promise<void> {
  const { owner, cat } = cast
  for (const rule of [{ mutedAll: true }, { watchMs: 2 * HOUR_MS }, { buyersOnly: true }, { slowMs: 600_000 }]) {
    await owner('room:setTalk', { ...OPEN, ...rule })
    await post(cast, cat)
    await post(cast, cat)
  }
  await owner('room:setTalk', OPEN)
}

async function tellOfWords(cast: CommentCast): Promise<void> {
  const { owner, ann } = cast
  const list = { id: 'shop', treatment: 'refuse', words: ['brandx'], version: 0 }
  await owner('words:read', {})
  await owner('words:set', list)
  await owner('words:set', list)
  await post(cast, ann, 'brandx')
}

export async function tellOfComments(cast: CommentCast, viewerId: string): Promise<void> {
  const { owner, ann, cat } = cast
  const known = await post(cast, ann)
  await tellOfTexts(cast, known)
  await tellOfVerdicts(cast, known)
  await tellOfStandings(cast, viewerId)
  await tellOfRules(cast)
  await tellOfWords(cast)
  await cat('like:send', { count: 3 })
  await owner('viewer:erase', { viewerId })
}

/** After the end nothing is said any more. */
export async function tellOfSilence(cast: CommentCast): Promise<void> {
  const { owner, ann, newId } = cast
  await post(cast, ann)
  await owner('comment:reply', { commentId: newId(), replyTo: NOBODY, text: 'x' })
  await owner('comment:pin', { commentId: NOBODY })
  await owner('comment:unpin', {})
  await owner('room:setTalk', { review: true })
  await ann('like:send', { count: 1 })
}
