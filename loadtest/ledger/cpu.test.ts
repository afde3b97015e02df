// What is read from /proc.
import { expect, test } from 'vitest'
import { parseStat } from './cpu.ts'

test('a process may be named with brackets and spaces', () => {
  const line = '42 (postgres: (main) walwriter) S 7 42 42 0 -1 4194560 9 8 0 0 120 30 11 4 20 0 1 0 999'

  expect(parseStat(line)).toEqual({ parent: 7, ticks: 150, endedTicks: 15 })
})
