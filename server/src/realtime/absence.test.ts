// Absence: the ledger hears of those in line only, after the grace, and again when they are back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createLog } from '../ops/log.ts'
import { createAbsence } from './absence.ts'
import { createPresence } from './presence.ts'

const SHOW = ShowId.parse('show')
const WAITER = ViewerId.parse('waiter')
const OTHER = ViewerId.parse('other')
const GRACE_MS = 40
/** Nothing waits for the clock on the wall: after it everything is said that would ever be said. */
const pause = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(isElsewhere?: () => Promise<boolean>) {
  const told: { viewerId: ViewerId; present: boolean }[] = []
  const presence = createPresence()
  const absence = createAbsence({
    ledger: { setPresence: async ({ viewerId, present }) => void told.push({ viewerId, present }) },
    presence,
    isWaiting: (_show, viewerId) => viewerId === WAITER,
    log: createLog('silent'),
    graceMs: GRACE_MS,
    ...(isElsewhere && { isElsewhere }),
  })
  const come = (viewerId: ViewerId) => {
    presence.add(SHOW, viewerId)
    absence.came(SHOW, viewerId)
  }
  const go = (viewerId: ViewerId) => {
    presence.remove(SHOW, viewerId)
    absence.left(SHOW, viewerId)
  }
  return { told, absence, come, go }
}

test('who waits and goes is away after the grace, and present again when back', async () => {
  const { told, come, go } = start()
  come(WAITER)
  come(OTHER)
  go(WAITER)
  go(OTHER)
  await pause(GRACE_MS * 2)
  come(WAITER)

  expect(told).toEqual([
    { viewerId: WAITER, present: true },
    { viewerId: WAITER, present: false },
    { viewerId: WAITER, present: true },
  ])
})

test('a reload within the grace, another tab, and the end of the process make nobody absent', async () => {
  const { told, absence, come, go } = start()
  come(WAITER)
  go(WAITER)
  come(WAITER)
  come(WAITER)
  go(WAITER)
  await pause(GRACE_MS * 2)
  go(WAITER)
  absence.close()
  await pause(GRACE_MS * 2)

  expect(told.filter(({ present }) => !present)).toEqual([])
})

test('who is at another process as well is not away; while nobody can say it is asked again', async () => {
  const answers = [Promise.reject(new Error('redis is away')), Promise.resolve(true), Promise.resolve(false)]
  for (const answer of answers) answer.catch(() => {})
  let asked = 0
  const { told, come, go } = start(() => answers[asked++] ?? Promise.resolve(false))
  const absences = () => told.filter(({ present }) => !present).length
  come(WAITER)
  go(WAITER)
  await pause(GRACE_MS * 3.5)
  expect([asked, absences()]).toEqual([2, 0])

  come(WAITER)
  go(WAITER)
  await pause(GRACE_MS * 2)

  expect([asked, absences()]).toEqual([3, 1])
})

test('when the process ends nobody becomes absent any more', async () => {
  const { told, absence, come, go } = start()
  come(WAITER)
  absence.close()
  go(WAITER)
  await pause(GRACE_MS * 2)

  expect(told).toEqual([{ viewerId: WAITER, present: true }])
})
