// The camera sees a code many times a second.
import { expect, test } from 'vitest'
import { createOnce } from './once.ts'

test('a code that stays in the picture is read once, and again when it comes back or after another', () => {
  const isNew = createOnce()

  expect([0, 200, 2000, 3900].map((now) => isNew('a', now))).toEqual([true, false, false, false])
  expect([isNew('a', 6000), isNew('b', 6200), isNew('a', 6400)]).toEqual([true, true, true])
})
