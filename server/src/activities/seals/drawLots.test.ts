// Places that go on together go to the same entries, past the same others, as if each had been drawn by itself.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawLots, firstOf, splitLots } from './drawLots.ts'
import type { PassedWhy } from './drawn.ts'

const hash = (words: string) => createHash('sha256').update(words).digest('hex')
const LOT = { seed: hash('seed'), randomness: null, activityId: 'draw-1' }
const ENTRIES = Array.from({ length: 40 }, (_, no) => hash(`entry ${no}`).slice(0, 32))
/** Every third one. */
const OUT = new Map(ENTRIES.flatMap((id, no): [string, PassedWhy][] => (no % 3 === 0 ? [[id, 'erased']] : [])))

async function* pages() {
  for (let at = 0; at <= ENTRIES.length; at += 7) yield await Promise.resolve(ENTRIES.slice(at, at + 7))
}
const draw = (winners: number, skip: readonly string[]) =>
  drawLots({ ...LOT, winners, pages: pages(), out: OUT, skip: new Set(skip) })

test.each([3, 30])('%i places dealt out of one drawing are those of as many drawings', async (places) => {
  const { winners, passed } = splitLots(await draw(3, []))
  const gone = [...winners, ...passed.map(({ entryId }) => entryId)]
  let left = await draw(places, gone)
  for (let place = 0; place < places; place++) {
    const { to, passed: inFront, rest } = firstOf(left)
    const alone = splitLots(await draw(1, gone))

    expect({ to, inFront }).toEqual({ to: alone.winners[0] ?? null, inFront: alone.passed })

    gone.push(...(to === null ? [] : [to]), ...inFront.map(({ entryId }) => entryId))
    left = rest
  }
})
