// 100,000 draws of the engine with fixed seeds: everyone's chance is the same, as far as chi-square can tell.
import { createHash } from 'node:crypto'
import { drawLots, splitLots } from '@lantern/server/src/activities/seals/drawLots.ts'
import { expect, test } from 'vitest'

const DRAWS = 100_000
const ENTRANTS = 20
/** Of 19 degrees of freedom: a fair draw is above it once in 1,000 times. The seeds are fixed, so it is the same every time. */
const BOUND = 43.82

const hash = (words: string) => createHash('sha256').update(words).digest('hex')
const entries = Array.from({ length: ENTRANTS }, (_, no) => hash(`entry ${no}`).slice(0, 32))

async function* onePage() {
  yield await Promise.resolve(entries)
}

function chiSquare(counts: readonly number[]): number {
  const fair = DRAWS / ENTRANTS
  return counts.reduce((sum, count) => sum + (count - fair) ** 2 / fair, 0)
}

test('in 100,000 draws each of 20 entrants is first, and second, as often as any other', async () => {
  const first = new Map<string, number>()
  const second = new Map<string, number>()
  for (let no = 0; no < DRAWS; no++) {
    const lot = { seed: hash(`seed ${no}`), randomness: hash(`number ${no}`), activityId: 'draw-1' }
    const none = { out: new Map<string, never>(), skip: new Set<string>() }
    const { winners } = splitLots(await drawLots({ ...lot, ...none, winners: 2, pages: onePage() }))
    const [one = '', two = ''] = winners
    first.set(one, (first.get(one) ?? 0) + 1)
    second.set(two, (second.get(two) ?? 0) + 1)
  }
  const [ofFirst, ofSecond] = [first, second].map((counts) => chiSquare(entries.map((one) => counts.get(one) ?? 0)))
  process.stdout.write(
    `chi-square, 19 degrees of freedom: first ${ofFirst?.toFixed(2)}, second ${ofSecond?.toFixed(2)}, bound ${BOUND}\n`,
  )

  expect(ofFirst).toBeLessThan(BOUND)
  expect(ofSecond).toBeLessThan(BOUND)
})
