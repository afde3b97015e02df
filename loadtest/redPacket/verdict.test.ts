// The verdict on a rush at a red packet: whatever is wrong on record or was told wrongly, it does not pass.
import { expect, test } from 'vitest'
import type { PacketAudit } from './audit.ts'
import { RUSH, type Tapped } from './plan.ts'
import { judgeRush, p99Of } from './verdict.ts'

const amounts = Array.from({ length: 20 }, (_, nth) => (nth < 10 ? 500 : 1500))
const opened = amounts.map((amountMinor, nth) => ({ no: nth + 1, amountMinor, viewerId: `v${nth}` }))
const AUDIT: PacketAudit = {
  entries: 20,
  places: 20,
  totalMinor: 20_000,
  opened,
  coupons: { count: 20, totalMinor: 20_000 },
  told: 20,
}
const late: Tapped = { ok: false, code: 'ACTIVITY_FULL', no: null, amountMinor: null, ms: 40 }
const TAPS: readonly Tapped[] = [
  ...opened.map(({ no, amountMinor }) => ({ ok: true, code: null, no, amountMinor, ms: 30 })),
  ...Array.from({ length: 1980 }, () => late),
]
const judge = (audit: Partial<PacketAudit> = {}, taps = TAPS, joined = 2000) =>
  judgeRush({ joined, taps, audit: { ...AUDIT, ...audit }, plan: RUSH })
const swap = (nth: number, part: Partial<Tapped>) => TAPS.map((one, n) => (n === nth ? { ...one, ...part } : one))

test('twenty places to the last unit and true refusals pass', () => {
  expect(judge().checks.filter(({ ok }) => !ok)).toEqual([])
  expect(judge().pass).toBe(true)
})

test.each<[string, Partial<PacketAudit>]>([
  ['one place more', { opened: [...opened, { no: 21, amountMinor: 200, viewerId: 'more' }] }],
  [
    'one place that is somebody’s twice',
    { opened: opened.map((one) => ({ ...one, viewerId: one.no > 1 ? one.viewerId : 'v1' })) },
  ],
  [
    'a unit too much',
    { opened: opened.map((one) => ({ ...one, amountMinor: one.amountMinor + (one.no === 1 ? 1 : 0) })) },
  ],
  ['a count that is not that of the rows', { entries: 19 }],
  ['a coupon that nobody got', { coupons: { count: 19, totalMinor: 19_500 } }],
  ['a coupon of another sum', { coupons: { count: 20, totalMinor: 20_001 } }],
  ['a log that tells of one twice', { told: 21 }],
])('on record: %s', (_what, audit) => {
  expect(judge(audit).pass).toBe(false)
})

test.each<[string, readonly Tapped[]]>([
  ['another amount than on record', swap(3, { amountMinor: 501 })],
  ['a place that is not on record', swap(3, { no: 21 })],
  ['a refusal that is not true', swap(500, { code: 'TRY_AGAIN' })],
  ['a place too many', swap(500, { ok: true, code: null, no: 1, amountMinor: 500 })],
  ['slow replies', TAPS.map((one, nth) => (nth < 1970 ? one : { ...one, ms: 300 }))],
])('told: %s', (_what, taps) => {
  expect(judge({}, taps).pass).toBe(false)
})

test('who has not joined is missed', () => {
  expect(judge({}, TAPS, 1999).pass).toBe(false)
})

test('of a hundred replies the ninety-ninth', () => {
  expect(p99Of(Array.from({ length: 100 }, (_, nth) => ({ ms: nth + 1 })))).toBe(99)
})
