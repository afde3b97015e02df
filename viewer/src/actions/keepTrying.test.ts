// A tap that got no answer is sent again with the same id, for as long as a person waits.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, it } from 'vitest'
import { keepTrying } from './keepTrying.ts'

function patience() {
  let now = 0
  let again = 0
  return {
    now: () => now,
    wait: (ms: number) => {
      now += ms
      return Promise.resolve()
    },
    onAgain: () => {
      again += 1
    },
    tries: () => again,
  }
}

it('asks again until it is answered', async () => {
  const answers: Outcome<string>[] = [refuse('TRY_AGAIN'), refuse('TOO_EARLY', { retryAfterMs: 900 }), grant('held')]
  const clock = patience()

  const outcome = await keepTrying(() => Promise.resolve(answers.shift() ?? refuse('INTERNAL')), clock)

  expect(outcome).toEqual(grant('held'))
  expect(clock.tries()).toBe(2)
})

it('takes a final no at once', async () => {
  const clock = patience()

  expect(await keepTrying(() => Promise.resolve(refuse('SOLD_OUT')), clock)).toMatchObject({ code: 'SOLD_OUT' })
  expect(clock.tries()).toBe(0)
})

it('gives up after ten seconds', async () => {
  const clock = patience()

  expect(await keepTrying(() => Promise.resolve(refuse('TRY_AGAIN')), clock)).toMatchObject({ code: 'TRY_AGAIN' })
  expect(clock.now()).toBeLessThanOrEqual(10_000)
})
