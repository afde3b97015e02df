// Plays made anew: what is kept of one becomes its kind's command, with moments that lie ahead and amounts in the money they were set in.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { COMMANDS as COUPON } from '@lantern/shared/features/coupon/contract.ts'
import { COMMANDS as POLL } from '@lantern/shared/features/poll/contract.ts'
import { COMMANDS as STEP_PRICE } from '@lantern/shared/features/stepPrice/contract.ts'
import { describe, expect, it, vi } from 'vitest'
import { hasMoney, type Kept, laterOf, makerOf, type Making } from './maker.ts'

const DAY_MS = 86_400_000
const HOUR_MS = DAY_MS / 24
const MIDNIGHT = new Date(2026, 5, 10).getTime()
const NOW = MIDNIGHT - 4 * HOUR_MS

function aShow(currency: string) {
  const sent: unknown[] = []
  const send: Making['to']['send'] = (...asked) => {
    sent.push(asked)
    return Promise.resolve(refuse('TOO_MANY'))
  }
  const making: Making = { activityId: ActivityId.parse('new'), to: { room: { show: { currency } }, send }, now: NOW }
  return { sent, making }
}

const poll = {
  id: 'old',
  kind: 'poll',
  state: 'settled',
  question: 'Which?',
  answers: [
    { text: 'red', picture: null },
    { text: 'blue', picture: null },
  ],
  several: false,
  hidden: true,
  pinsWinner: false,
  lengthMs: 60_000,
  opensAt: 5,
  conditions: [{ is: 'watched', minutes: 3 }],
  tallies: [4, 5],
}
const coupon = {
  title: 'Thanks',
  off: { percent: 10 },
  currency: 'EUR',
  fromMinor: 0,
  productIds: null,
  places: 10,
  good: { until: MIDNIGHT },
  given: 'claim',
  lengthMs: null,
  conditions: [],
}
const keep = (terms: object): Kept => ({ terms, currency: 'EUR', basedAt: NOW })
const makePoll = makerOf('poll:make', POLL['poll:make'].input)
const makeCoupon = makerOf('coupon:make', COUPON['coupon:make'].input)

describe('a play made anew', () => {
  it('is a draft with all that was set, and nothing that came of the one before', async () => {
    const { sent, making } = aShow('EUR')

    expect(await makePoll(keep(poll), making)).toMatchObject({ code: 'TOO_MANY' })

    const { question, answers, several, hidden, pinsWinner, lengthMs, conditions } = poll
    const terms = { question, answers, several, hidden, pinsWinner, lengthMs, conditions }
    expect(sent).toEqual([['poll:make', { activityId: 'new', start: 'draft', opensAt: null, ...terms }]])
  })

  it('keeps the currency its amounts are in, and is in the show’s where it has none', async () => {
    const { sent, making } = aShow('JPY')

    await makeCoupon(keep(coupon), making)
    await makeCoupon(keep({ ...coupon, fromMinor: 500 }), making)
    const steps = { productId: 'cup', steps: [{ buyers: 2, priceMinor: 900 }], lengthMs: null }
    await makerOf('stepPrice:make', STEP_PRICE['stepPrice:make'].input)(keep(steps), making)

    expect(sent).toMatchObject([
      [{}, { currency: 'JPY' }],
      [{}, { currency: 'EUR' }],
      [{}, { currency: 'EUR' }],
    ])
  })

  it('is in the show’s currency where only what came of it was money', async () => {
    const { sent, making } = aShow('JPY')

    await makeCoupon(keep({ ...coupon, reserved: { count: 2, minor: 700 } }), making)

    expect(sent).toMatchObject([[{}, { currency: 'JPY' }]])
  })

  it('is not asked for with what the kind takes no more', async () => {
    const { sent, making } = aShow('EUR')

    expect(await makePoll(keep({ ...poll, answers: [] }), making)).toEqual({ ok: false, code: 'STALE' })
    expect(sent).toEqual([])
  })
})

it.each([
  ['the same evening', 0, MIDNIGHT],
  ['a week later, an hour earlier', -7 * DAY_MS + HOUR_MS, MIDNIGHT],
  ['a week later, an hour later', -7 * DAY_MS - HOUR_MS, MIDNIGHT],
])('what ended at midnight does so again: made %s', (_when, from, ends) => {
  const basedAt = NOW + from
  const set = basedAt < NOW ? MIDNIGHT - 7 * DAY_MS : MIDNIGHT

  expect(laterOf(set, { byMs: NOW - basedAt, now: NOW })).toBe(ends)
})

it.each([
  ['clocks go back', [2026, 9, 20, 20], [2026, 9, 27, 20]],
  ['clocks go back, and the evening is late', [2026, 9, 20, 20], [2026, 9, 27, 23, 15]],
  ['clocks go forward', [2026, 2, 24, 20], [2026, 2, 31, 23, 15]],
  ['it was set in the morning and is used late', [2026, 5, 1, 9], [2026, 5, 8, 23, 15]],
  ['it was set late and is used in the morning', [2026, 5, 1, 23, 15], [2026, 5, 8, 9]],
] as const)('what ended at midnight ends at the next one: %s', (_when, set, used) => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  const at = ([year, month, day, hour, minute = 0]: readonly number[]) =>
    new Date(year ?? 0, month ?? 0, day, hour, minute).getTime()
  const midnightAfter = (moment: number) => new Date(moment).setHours(24, 0, 0, 0)

  expect(new Date(at(used)).getTimezoneOffset()).not.toBe(0)
  expect(laterOf(midnightAfter(at(set)), { byMs: at(used) - at(set), now: at(used) })).toBe(midnightAfter(at(used)))
})

it('what was over before it was kept ends within a day', () => {
  expect(laterOf(NOW, { byMs: 0, now: NOW })).toBe(NOW + DAY_MS)
  expect(laterOf(MIDNIGHT - 9 * DAY_MS, { byMs: 0, now: NOW })).toBe(MIDNIGHT)
})

it.each([
  [{ off: { minor: 5 } }, true],
  [{ off: { percent: 5 }, fromMinor: 0 }, false],
  [{ steps: [{ buyers: 2, priceMinor: 9 }] }, true],
  [{ question: 'Minor?', answers: [null] }, false],
])('%j has money in it: %s', (terms, has) => {
  expect(hasMoney(terms)).toBe(has)
})
