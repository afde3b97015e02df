// The rush: 2,000 taps within a second at a red packet of 20 places; then what everyone was told is compared with what is on record.
import { loadavg } from 'node:os'
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { startWorld } from '@lantern/server/src/testing/world.ts'
import type { Verdict } from '../plan.ts'
import { dateAndMachine, writeSection } from '../results.ts'
import { startChild } from '../room/child.ts'
import { createStaff, type Staff } from '../staff.ts'
import { auditPacket } from './audit.ts'
import { type Fault, FAULT_NAMES, plantFault } from './faults.ts'
import { type FromTappers, RUSH, type Tapped, type ToTappers } from './plan.ts'
import { judgeRush, p99Of } from './verdict.ts'

const SHOW = 'autumn'
const DAY_MS = 86_400_000

/** Runs it all and prints the verdict; true when every check holds. With `--fault=<name>` the record is made wrong first. */
export async function runRush(args: readonly string[]): Promise<boolean> {
  const fault = faultIn(args)
  console.log(`red-packet: ${RUSH.taps} taps within ${RUSH.withinMs / 1000} s at ${RUSH.places} places`)
  const world = await startWorld({ env: { MEDIA_WORKERS: '1' } })
  const tappers = startChild<ToTappers, FromTappers>('../redPacket/tappers.ts')
  try {
    const staff = await createStaff(world.url, SHOW)
    await staff.must('show:goLive', {})
    const { joined } = await tappers.ask({ type: 'join', url: world.url, show: SHOW, plan: RUSH }, 'joined')
    const activityId = await openPacket(staff)
    const { taps, lagMs } = await tappers.ask({ type: 'tap', activityId }, 'tapped')
    staff.close()
    if (fault !== null) plantFault(world.dataDir, activityId, fault)
    const audit = auditPacket(world.dataDir, activityId)
    const verdict = judgeRush({ joined, taps, audit, plan: RUSH })
    await report(verdict, { taps, lagMs, fault })
    if (!verdict.pass) console.log(`the server's log: ${world.logFile}`)
    console.log(`result red_packet_pass ${verdict.pass ? 1 : 0}`)
    return verdict.pass
  } finally {
    tappers.end()
    await world.close()
  }
}

/** Null: the record stays as the server wrote it. */
function faultIn(args: readonly string[]): Fault | null {
  const name = args.find((arg) => arg.startsWith('--fault='))?.slice('--fault='.length)
  if (name === undefined) return null
  const fault = FAULT_NAMES.find((one) => one === name)
  if (fault === undefined) throw new Error(`there is no fault ${name}: one of ${FAULT_NAMES.join(', ')}`)
  return fault
}

async function openPacket(staff: Staff): Promise<ActivityId> {
  const activityId = ActivityId.parse(createId())
  const currency = staff.room.getView().room?.offers[0]?.currency
  if (currency === undefined) throw new Error('the demo show has no offers')
  const { places, totalMinor, leastMinor } = RUSH
  await staff.must('redPacket:make', {
    activityId,
    opensAt: null,
    lengthMs: 600_000,
    start: 'open',
    conditions: [],
    greeting: null,
    how: 'lucky',
    places,
    currency,
    totalMinor,
    leastMinor,
    fromMinor: 0,
    productIds: null,
    perMonth: null,
    until: Date.now() + DAY_MS,
  })
  return activityId
}

interface Run {
  readonly taps: readonly Tapped[]
  readonly lagMs: readonly number[]
  readonly fault: Fault | null
}

async function report(verdict: Verdict, { taps, lagMs, fault }: Run): Promise<void> {
  const figures: readonly (readonly [string, string])[] = [
    ['reply, ms (median / p95 / p99 / max)', spreadOf(taps.map(({ ms }) => ms))],
    ["the viewers' own lag, ms (median / p95 / p99 / max)", spreadOf(lagMs)],
    ['load of the machine in the last minute', loadavg()[0]?.toFixed(1) ?? ''],
  ]
  for (const { what, ok } of verdict.checks) console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`)
  for (const [name, figure] of figures) console.log(`     ${name} ${figure}`)
  // What was made wrong is no result.
  if (fault !== null) return
  await writeSection('red-packet', [
    `\`npm run loadtest -- red-packet\` ${dateAndMachine()}; all viewers in one process beside server and SQLite.`,
    `${RUSH.taps} viewers on sockets of their own, ${RUSH.perAddress} behind each of ${RUSH.taps / RUSH.perAddress} addresses, joined first; then each taps once at an instant fixed beforehand within ${RUSH.withinMs / 1000} s, at ${RUSH.places} places.`,
    '',
    `**${verdict.pass ? 'Passed' : 'FAILED'}.**`,
    '',
    '| figure | value |',
    '| --- | --- |',
    ...figures.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...verdict.checks.map(({ what, ok }) => `- ${ok ? 'ok' : '**failed**'}: ${what}`),
  ])
}

function spreadOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return [at(0.5), at(0.95), p99Of(times.map((ms) => ({ ms }))), at(1)].join(' / ')
}
