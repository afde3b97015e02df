// A shop that cannot be told a live price runs no flash sales.
import { ProductId, SaleId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { Ports, RoomContext, Staff } from '../../commands/command.ts'
import { startSale } from './startSale.ts'

const input = {
  saleId: SaleId.parse('sale'),
  productId: ProductId.parse('cup'),
  priceMinor: 100,
  units: 1,
  perViewer: 1,
  countdownMs: 0,
  lengthMs: 30_000,
}

async function start(carriesPrice: boolean) {
  const started: unknown[] = []
  const ports = {
    settings: { nodeUrl: '', minTokenAgeMs: 0, carriesPrice, combines: false },
    ledger: { startSale: (request: unknown) => Promise.resolve(grant(void started.push(request))) },
    rooms: { announce: () => undefined },
  }
  const person = { kind: 'staff', staffId: StaffId.parse('s'), viewerId: ViewerId.parse('v'), name: 'x', role: 'host' }
  const context = { person, showId: ShowId.parse('autumn') }
  const reply = await startSale(ports as unknown as Ports, context as unknown as RoomContext<Staff>, input)
  return { reply, started: started.length }
}

test('with a shop that cannot be told the price it is refused, and nothing starts', async () => {
  expect(await start(false)).toMatchObject({ reply: { code: 'PRICE_NOT_CARRIED', retryable: false }, started: 0 })
  expect(await start(true)).toMatchObject({ reply: { ok: true }, started: 1 })
})
