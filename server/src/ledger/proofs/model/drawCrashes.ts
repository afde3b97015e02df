// Draws whose process is killed between their close and their result, or while places go on: nothing is drawn twice or otherwise.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createSharedClock } from '../../../kit/clock.ts'
import { roundTime } from '@lantern/shared/activities/rounds.ts'
import {
  aDraw,
  closeByClock,
  DRAW,
  type DrawShow,
  enter,
  HOUR_MS,
  openDrawShow,
  settle,
} from '../../../testing/drawShow.ts'
import type { DatabasePlace } from '../testShop.ts'
import { type CrashOrders, dieWhileSettling } from './playCrashes.ts'

export interface Kill {
  readonly what: string
  readonly of: 'settle' | 'redraw'
  readonly dies: NonNullable<CrashOrders['dies']>
}

/** `meanwhile`: some ms after the ledger was asked, so that some of them fall into the commit. */
export const KILLS: readonly Kill[] = (['settle', 'redraw'] as const).flatMap((of) => [
  { what: `killed before the ${of}`, of, dies: { nth: 1, when: 'before', afterMs: 0 } },
  ...[0, 2, 6].map((afterMs): Kill => {
    return { what: `killed ${afterMs} ms into the ${of}`, of, dies: { nth: 1, when: 'meanwhile', afterMs } }
  }),
  { what: `killed right after the ${of}`, of, dies: { nth: 1, when: 'after', afterMs: 0 } },
  ...(of === 'redraw'
    ? [{ what: 'killed between one redraw and the next', of, dies: { nth: 2, when: 'before', afterMs: 0 } } as const]
    : []),
])

const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gil', 'hal']
const WINNERS = 3
const SETTLED_AT = roundTime(1000)

interface Crashing extends Kill {
  readonly place: DatabasePlace
  /** File or url. */
  readonly at: string
}

export async function expectDrawnOnce({ place, at, of, dies }: Crashing): Promise<void> {
  const before = await openDrawShow(place)
  await before.ledger.makeActivity(aDraw({ winners: WINNERS }))
  for (const name of NAMES) await enter(before, name)
  await closeByClock(before)
  assert.equal(before.clock.now(), SETTLED_AT)
  if (of === 'redraw') await settle(before)
  await before.close()
  const now = of === 'redraw' ? SETTLED_AT + HOUR_MS : SETTLED_AT

  await dieWhileSettling({ at, now, dies })

  const after = await openDrawShow(place, createSharedClock(now))
  try {
    await settle(after)
    assert.equal(await settle(after), 0)
    await expectRightDraw(after, of === 'redraw' ? WINNERS : 0)
    assert.deepEqual(await after.ledger.check(), [])
  } finally {
    await after.close()
  }
}

/** Computed from the seed, the number and the entries alone. */
async function expectRightDraw({ store }: DrawShow, goneOn: number): Promise<void> {
  const published = await store.readPublished(DRAW, null)
  assert.ok(published?.proof.drawn)
  const { seal, drawn } = published.proof
  const entries = await store.readEntryIds({ activityId: DRAW, after: 0, limit: 100 })
  const key = Buffer.from(`${seal.seed}${seal.randomness}`, 'hex')
  const numberOf = (id: string) => createHmac('sha256', key).update(DRAW).update(id).digest('hex')
  const inOrder = entries.map(({ entryId }) => entryId).toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1))
  assert.deepEqual(drawn.winners, inOrder.slice(0, WINNERS))
  assert.deepEqual(new Set(drawn.redraws.map(({ lost }) => lost)), new Set(goneOn > 0 ? drawn.winners : []))
  assert.deepEqual(
    drawn.redraws.map(({ to }) => to),
    inOrder.slice(WINNERS, WINNERS + goneOn),
  )
  assert.equal(Object.keys(published.names).length, WINNERS + goneOn, 'whoever has won is there once')
}
