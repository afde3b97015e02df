// Moments that people set: each can be shown as a date, with any length behind it.
import { expect, test } from 'vitest'
import { ActivityStart, MOST_LENGTH_MS } from '../activities/activity.ts'
import { WaitsFor } from '../activities/waiting.ts'
import { CouponGood } from './coupon/contract.ts'
import { RedPacketConfig } from './redPacket/contract.ts'
import { NewShow } from '../contract/http.ts'
import { MOST_SET_AT } from '../contract/ids.ts'

const LATER = MOST_SET_AT + 1

const packetUntil = (until: number) => ({
  greeting: null,
  how: 'fixed',
  places: 1,
  currency: 'EUR',
  totalMinor: 1,
  leastMinor: 1,
  fromMinor: 0,
  productIds: null,
  until,
})
const startAt = (opensAt: number) => ({ activityId: 'a', opensAt, lengthMs: MOST_LENGTH_MS, start: 'announced' })

test.each([
  ['an activity opens', ActivityStart, startAt],
  ['a draft waits for', WaitsFor, (at: number) => ({ is: 'time', at })],
  ['a coupon is good until', CouponGood, (until: number) => ({ until })],
  ['a red packet is good until', RedPacketConfig, packetUntil],
  ['a show starts', NewShow, (startsAt: number) => ({ title: { en: 'Show' }, startsAt })],
])('%s: the end of the year 9999 at the latest', (_what, schema, at) => {
  expect(schema.safeParse(at(MOST_SET_AT)).success).toBe(true)
  expect(schema.safeParse(at(LATER)).success).toBe(false)
})

test('what lasts longest from the last of them on still ends on a date', () => {
  expect(new Date(MOST_SET_AT + MOST_LENGTH_MS).toISOString()).toBe('+010000-01-01T23:59:59.999Z')
})
