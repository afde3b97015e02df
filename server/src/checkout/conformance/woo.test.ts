// The WooCommerce adapter keeps the promises of every adapter.
import { expect, test } from 'vitest'
import { testAdapter } from './adapter.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { ENDPOINT } from './shopStand.ts'
import { startWoo } from './wooStand.ts'

testAdapter('WooCommerce', startWoo)
testRefunds('WooCommerce', startWoo)

test('the unsigned message by which a new webhook is tried is taken and means nothing', async () => {
  const stand = await startWoo(Date.now)
  const ping = { endpointId: ENDPOINT, body: Buffer.from('webhook_id=142'), headers: {} }

  const said = stand.adapter.verifyEvent(ping)
  const more = stand.adapter.verifyEvent({ ...ping, body: Buffer.from('webhook_id=142&order=1') })
  await stand.close()

  expect(said).toEqual({ ok: true, value: [] })
  expect(more).toMatchObject({ code: 'BAD_SIGNATURE' })
})
