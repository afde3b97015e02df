// What is kept, and that it stays a few.
import { expect, test } from 'vitest'
import { createRemembered } from './remembered.ts'

test('the newest half is always known, and never more than there is room for', () => {
  const remembered = createRemembered<number>(10)
  for (let n = 0; n < 1000; n += 1) {
    remembered.put(`${n}`, n)
    const known = Array.from({ length: n + 1 }, (_, at) => remembered.get(`${at}`)).filter((one) => one !== undefined)

    expect(known.length).toBeLessThanOrEqual(10)
    expect(known.slice(-5)).toEqual([n - 4, n - 3, n - 2, n - 1, n].filter((at) => at >= 0))
  }
})

test('what is put again is known as it was put last', () => {
  const remembered = createRemembered<string>(4)
  for (const value of ['first', 'second']) remembered.put('key', value)

  expect(remembered.get('key')).toBe('second')
})
