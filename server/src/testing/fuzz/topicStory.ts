// A topic in the quiet show: asked, answered, picked and hidden, and each refused for every reason there is.
import { ActivityId, type ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { MOST_PICKED } from '@lantern/shared/features/topic/limits.ts'
import type { TestApp } from '../startTestApp.ts'
import type { ActivityCast } from './activityStory.ts'

const NOBODY = 'nobody'
const HOUR_MS = 3_600_000
const LONG = 'x'.repeat(300)

interface TopicCast extends Omit<ActivityCast, 'ann'> {
  readonly bob: ActivityCast['ann']
  readonly bobsId: string
  readonly app: TestApp
  readonly showId: ShowId
}

const topic = (activityId: string, start: string, more: object = {}) => {
  const life = { opensAt: null, lengthMs: null, start, conditions: [], toFront: false }
  return { activityId, question: 'Which colour?', ...life, ...more }
}
const answer = (activityId: string, requestId: string, text = 'sage') => ({ activityId, requestId, text })

export async function tellOfTopics(cast: TopicCast): Promise<void> {
  const { owner, bob, newId } = cast
  const [open, soon, over, asking] = [newId(), newId(), newId(), newId()]
  await owner('topic:make', topic(open, 'open'))
  await owner('topic:make', topic(open, 'open', { question: 'Another?' }))
  await owner('topic:make', topic(soon, 'announced'))
  const { revision } = await owner('topic:make', topic(over, 'open'))
  await owner('activity:close', { activityId: over, revision })
  await owner('topic:make', topic(asking, 'open', { conditions: [{ is: 'bought', productId: NOBODY }] }))
  for (const activityId of [open, soon, over, asking, NOBODY]) await bob('topic:answer', answer(activityId, 'r1'))
  for (const text of ['\u200b', LONG, 'brandx']) await bob('topic:answer', answer(open, 'r2', text))
  await tellOfSilenced(cast, open)
  await tellOfMarks(cast, open)
}

async function tellOfSilenced({ owner, bob, newId, bobsId: viewerId }: TopicCast, activityId: string): Promise<void> {
  await bob('comment:post', { commentId: newId(), text: 'which one?' })
  for (const [name, how] of [
    ['viewer:mute', { forMs: HOUR_MS }],
    ['viewer:ban', { ban: 'open' }],
  ] as const) {
    await owner(name, { viewerId, ...how })
    await bob('topic:answer', answer(activityId, 'r3', 'indigo'))
    await owner('viewer:pardon', { viewerId })
  }
}

/** More than may be picked. */
async function letMoreAnswer({ app, showId }: TopicCast, activityId: string): Promise<void> {
  const where = { showId, activityId: ActivityId.parse(activityId), kind: 'topic', via: null, watching: null }
  for (let n = 0; n < MOST_PICKED; n += 1) {
    const who = { viewerId: ViewerId.parse(`${activityId}-${n}`), viewerName: 'one of many', requestId: 'r1' }
    await app.ledger.enter({ ...where, ...who, entry: { text: `colour ${n}` } })
  }
}

async function tellOfMarks(cast: TopicCast, activityId: string): Promise<void> {
  const { owner } = cast
  await letMoreAnswer(cast, activityId)
  const page = { filter: 'all', search: '', before: null }
  await owner('topic:answers', { activityId: NOBODY, ...page })
  const { answers } = await owner('topic:answers', { activityId, ...page })
  if (!Array.isArray(answers)) throw new Error('no answers were told')
  const mark = (part: object) => owner('topic:mark', { activityId, no: 1, version: 0, mark: 'picked', ...part })
  await mark({})
  await mark({ activityId: NOBODY })
  await mark({ no: 99 })
  for (const { no, version } of answers) await mark({ no, version })
  await mark({ mark: 'hidden' })
}

/** What the show that is over refuses. */
export async function tellOfLateTopics({ owner, newId }: Pick<ActivityCast, 'owner' | 'newId'>): Promise<void> {
  await owner('topic:make', topic(newId(), 'draft'))
}
