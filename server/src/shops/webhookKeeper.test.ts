// What the shop has to be told again and again is told at the start and then at its time; a refusal is in the log once.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../ops/log.ts'
import type { ShopRefusal, WebhooksKept } from './checkout.ts'
import { startWebhookKeeper } from './webhookKeeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const WELL = grant({ added: [], there: 6 })
const ADDED = grant({ added: ['orders/paid'], there: 5 })
const refused = (why: string) => refuse('SHOP_REFUSED', { detail: { why } })

/** The shop answers these in turn, an hour between two. */
async function watch(
  answers: readonly Outcome<WebhooksKept, 'SHOP_CANNOT' | ShopRefusal>[],
  publicUrl: string | null = 'https://live.test',
) {
  const asked: string[] = []
  const lines: string[] = []
  const keepWebhooks = (address: string) => {
    asked.push(address)
    return Promise.resolve(answers[asked.length - 1] ?? WELL)
  }
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const keeper = startWebhookKeeper({ checkout: { keepWebhooks }, config: { publicUrl, shopEndpointId: 'shop' }, log })
  await vi.advanceTimersByTimeAsync(1)
  for (let turn = 1; turn < answers.length; turn += 1) await vi.advanceTimersByTimeAsync(3_600_000)
  await keeper?.close()
  await vi.advanceTimersByTimeAsync(3_600_000)
  return { asked, lines }
}

test('the shop is asked at the start and every hour, with the address of its messages', async () => {
  const { asked, lines } = await watch([ADDED, WELL, WELL])

  expect(asked).toEqual(Array(3).fill('https://live.test/api/shop/events/shop'))
  expect(lines).toEqual([expect.stringContaining('orders/paid')])
})

test('the same refusal is said once, another one again, and the first one after all was well', async () => {
  const { lines } = await watch([refused('a'), refused('a'), refused('b'), WELL, refused('b')])

  expect(lines.map((line) => /"why":"(\w)"/.exec(line)?.[1])).toEqual(['a', 'b', 'b'])
})

test('a shop where nothing is to be kept is silent; without a public address none is asked', async () => {
  const cannot = await watch([refuse('SHOP_CANNOT')])
  const hidden = await watch([WELL], null)

  expect(cannot.lines).toEqual([])
  expect(hidden.asked).toEqual([])
})
