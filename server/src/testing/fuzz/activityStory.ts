// Activities of the quiet show: each move made, and each refused for every reason there is, told with polls.
type Say = (name: string, input: unknown) => Promise<Record<string, unknown>>

export interface ActivityCast {
  readonly owner: Say
  readonly ann: Say
  readonly newId: () => string
}

const MOVES = ['announce', 'open', 'close', 'cancel', 'remove'] as const
type Move = (typeof MOVES)[number]
const STALE = 0
const NOBODY = 'nobody'

const vote = (activityId: string, requestId = 'r1') => ({ activityId, requestId, choices: [0] })

export function poll(activityId: string, start: string, question = 'Which one?') {
  const answers = [
    { text: 'red', picture: null },
    { text: 'blue', picture: null },
  ]
  const rules = { several: false, hidden: false, pinsWinner: false, opensAt: null, lengthMs: null }
  return { activityId, question, answers, start, conditions: [], ...rules }
}

/** Makes it, and moves it as it is known from then on. */
async function makePoll({ owner, newId }: ActivityCast, start: string) {
  const activityId = newId()
  let { revision } = await owner('poll:make', poll(activityId, start))
  const move = async (act: Move, seen = revision) => {
    const moved = await owner(`activity:${act}`, { activityId, revision: seen })
    revision = moved['revision'] ?? revision
  }
  return { activityId, revision, move }
}

/** In the order of a life, so that each refusal is met on the way. */
export async function tellOfActivities(cast: ActivityCast): Promise<void> {
  const { owner, ann } = cast
  const { activityId, move } = await makePoll(cast, 'draft')
  for (const act of ['announce', 'open', 'cancel', 'remove'] as const) await move(act, STALE)
  await move('announce')
  for (const act of ['close', 'remove'] as const) await move(act)
  await ann('poll:vote', vote(activityId))
  await move('open')
  await move('announce')
  await move('close', STALE)
  await ann('poll:vote', vote(activityId))
  await move('close')
  for (const act of ['announce', 'open', 'cancel', 'remove'] as const) await move(act)
  await ann('poll:vote', vote(activityId, 'r2'))
  await owner('poll:make', poll(activityId, 'draft', 'Another?'))
  await owner('poll:make', { ...poll(cast.newId(), 'draft'), answers: [{ productId: NOBODY }, { productId: 'lamp' }] })
  await owner('activity:front', { activityId })
  await tellOfPlans(cast)
  await tellOfEnds(cast)
}

/** A draft waits, is planned anew with what was seen before, waits no more, and is open. */
async function tellOfPlans(cast: ActivityCast): Promise<void> {
  const { owner } = cast
  const { activityId, move } = await makePoll(cast, 'draft')
  const plan = (waitsFor: object | null, revision = STALE, id = activityId) =>
    owner('activity:plan', { activityId: id, revision, waitsFor })
  const viewers = { is: 'viewers', viewers: 1_000_000 }
  await plan(viewers)
  await plan(null)
  await plan(null, STALE, NOBODY)
  await move('open')
  await plan(viewers)
  await move('close')
  await plan(null)
}

async function tellOfEnds(cast: ActivityCast): Promise<void> {
  const { owner, ann } = cast
  const cancelled = await makePoll(cast, 'open')
  await cancelled.move('cancel')
  await cancelled.move('close')
  await (await makePoll(cast, 'draft')).move('remove')
  for (const act of MOVES) await owner(`activity:${act}`, { activityId: NOBODY, revision: STALE })
  await owner('activity:front', { activityId: NOBODY })
  await ann('poll:vote', vote(NOBODY))
  const asking = cast.newId()
  await owner('poll:make', { ...poll(asking, 'open'), conditions: [{ is: 'bought', productId: null }] })
  await ann('poll:vote', vote(asking))
  await ann('activity:progress', { activityId: asking })
  await tellOfTesters(cast)
  await ann('activity:progress', { activityId: NOBODY })
}

/** What was made before the end of the show, and cannot be shown after it. */
export async function keepDraft(cast: ActivityCast): Promise<() => Promise<void>> {
  const { activityId, revision, move } = await makePoll(cast, 'draft')
  return async () => {
    await cast.owner('activity:plan', { activityId, revision, waitsFor: { is: 'minutes', minutes: 1 } })
    await move('announce')
    await move('open')
    await cast.owner('poll:make', poll(cast.newId(), 'draft'))
  }
}

/** Whoever has no place is not asked how to reach them. */
async function tellOfTesters({ owner, ann, newId }: ActivityCast): Promise<void> {
  const activityId = newId()
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] }
  const contact = { activityId, contact: 'ann@example.org', consent: true }
  await owner('testers:make', { activityId, title: 'Who tries it?', note: null, productId: null, places: 1, ...life })
  await ann('testers:contact', contact)
  await ann('testers:take', { activityId, requestId: 'r1' })
  await ann('testers:contact', contact)
  await ann('testers:contact', { ...contact, activityId: NOBODY })
}
