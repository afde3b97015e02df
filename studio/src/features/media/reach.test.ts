// What the desk says of whom its picture reaches.
import { expect, it } from 'vitest'
import { reachOf } from './reach.ts'

const LIVE = { phase: 'live', host: 'on' } as const
const PLANNED = { phase: 'scheduled', host: 'on' } as const

it.each([
  { reach: 'preview', meant: false, flowing: false, show: { ...PLANNED, host: 'off' as const } },
  { reach: 'elsewhere', meant: false, flowing: false, show: PLANNED },
  { reach: 'elsewhere', meant: false, flowing: false, show: LIVE },
  { reach: 'nobody', meant: false, flowing: false, show: { ...LIVE, host: 'away' as const } },
  { reach: 'nobody', meant: false, flowing: false, show: { ...LIVE, host: 'off' as const } },
  { reach: 'ready', meant: true, flowing: true, show: PLANNED },
  { reach: 'on', meant: true, flowing: true, show: LIVE },
  { reach: 'away', meant: true, flowing: false, show: LIVE },
])('says $reach where meant is $meant, flowing $flowing and the show $show', ({ reach, ...facts }) => {
  expect(reachOf(facts)).toBe(reach)
})
