// Compares what everyone was told with what is on record: exactly so many places, sums to the last unit, and true refusals.
import type { Check, Verdict } from '../plan.ts'
import type { PacketAudit } from './audit.ts'
import type { RushPlan, Tapped } from './plan.ts'

interface Evidence {
  readonly joined: number
  readonly taps: readonly Tapped[]
  readonly audit: PacketAudit
  readonly plan: RushPlan
}

export function judgeRush({ joined, taps, audit, plan }: Evidence): Verdict {
  const checks = [...onRecord(audit, plan), ...toldTo(taps, audit, plan)]
  const p99 = p99Of(taps)
  checks.unshift({ what: `${joined} of ${plan.taps} viewers had joined, each tapped once`, ok: joined === plan.taps })
  checks.push({ what: `p99 of a reply <= ${plan.p99Ms} ms: ${p99}`, ok: p99 <= plan.p99Ms })
  return { checks, pass: checks.every(({ ok }) => ok) }
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)

function onRecord(audit: PacketAudit, plan: RushPlan): Check[] {
  const { opened, coupons, entries, told } = audit
  const numbers = opened.every(({ no }, nth) => no === nth + 1)
  const people = new Set(opened.map(({ viewerId }) => viewerId)).size
  const sum = sumOf(opened.map(({ amountMinor }) => amountMinor))
  const least = opened.every(({ amountMinor }) => amountMinor >= plan.leastMinor)
  return [
    {
      what: `exactly ${plan.places} places on record, numbered from 1, each of another viewer: ${opened.length}`,
      ok: opened.length === plan.places && entries === plan.places && numbers && people === plan.places,
    },
    {
      what: `they sum up to ${plan.totalMinor} exactly, none below ${plan.leastMinor}: ${sum}`,
      ok: sum === plan.totalMinor && audit.totalMinor === plan.totalMinor && least,
    },
    {
      what: `one coupon for each, of as much: ${coupons.count}, ${coupons.totalMinor}`,
      ok: coupons.count === plan.places && coupons.totalMinor === plan.totalMinor,
    },
    { what: `the log tells of each once: ${told}`, ok: told === plan.places },
  ]
}

function toldTo(taps: readonly Tapped[], { opened }: PacketAudit, plan: RushPlan): Check[] {
  const granted = taps.filter(({ ok }) => ok)
  const amounts = new Map(opened.map(({ no, amountMinor }) => [no, amountMinor]))
  const kept = granted.filter(({ no, amountMinor }) => no !== null && amounts.get(no) === amountMinor)
  const refused = Map.groupBy(
    taps.filter(({ ok }) => !ok),
    ({ code }) => code,
  )
  const codes = [...refused].map(([code, all]) => `${code} ${all.length}`).join(', ')
  return [
    {
      what: `${kept.length} of ${granted.length} that were told a place and an amount have just these on record`,
      ok: granted.length === plan.places && kept.length === granted.length,
    },
    {
      what: `everyone else was told that all are gone: ${codes}`,
      ok: refused.size === 1 && refused.get('ACTIVITY_FULL')?.length === plan.taps - plan.places,
    },
  ]
}

export function p99Of(taps: readonly Pick<Tapped, 'ms'>[]): number {
  const sorted = taps.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN)
}
