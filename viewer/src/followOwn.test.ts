// A group's price and pick-up point show as soon as they can be read, however the page was opened.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followOwn } from './followOwn.ts'

const GROUP: OwnGroup = { name: 'Elm Street', point: null, off: { percent: 10 } }
const page = Object.assign(new EventTarget(), { hidden: false })
const line = new EventTarget()
const read = vi.fn<() => Promise<OwnGroup | null | undefined>>()
const take = vi.fn<(group: OwnGroup | null) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  page.hidden = false
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', line.addEventListener.bind(line))
  vi.stubGlobal('removeEventListener', line.removeEventListener.bind(line))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('a page that is opened unseen asks once it is seen', async () => {
  page.hidden = true
  read.mockResolvedValue(GROUP)
  const end = followOwn(read, take)
  expect(read).not.toHaveBeenCalled()

  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  await pass(0)

  expect(take).toHaveBeenCalledWith(GROUP)
  end()
})

test('what could not be read is asked for again, at once with the line back', async () => {
  read.mockResolvedValue(undefined)
  const end = followOwn(read, take)
  await pass(60_000)
  expect(read).toHaveBeenCalledTimes(3)

  read.mockResolvedValue(GROUP)
  line.dispatchEvent(new Event('online'))
  await pass(0)

  expect(take.mock.calls).toEqual([[GROUP]])
  end()
})

test('who is of no group is not asked about again and again, and nothing is asked after the end', async () => {
  read.mockResolvedValue(null)
  const end = followOwn(read, take)
  await pass(120_000)
  expect(read).toHaveBeenCalledTimes(1)

  end()
  page.dispatchEvent(new Event('visibilitychange'))
  expect(read).toHaveBeenCalledTimes(1)
})
