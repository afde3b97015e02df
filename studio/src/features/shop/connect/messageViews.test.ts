// Messages of the shop in words.
import { ShopMessage } from '@lantern/shared/contract/connections.ts'
import { expect, it } from 'vitest'
import type { Say } from '../../../words.ts'
import { messageView } from './messageViews.ts'

const say: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key)
const by = { say, locale: 'en' } as const
const message = (more: object) =>
  messageView(
    ShopMessage.parse({
      id: 'm1',
      at: 1,
      type: 'order.paid',
      order: 'A-20871',
      amountMinor: 12_900,
      currency: 'JPY',
      sku: null,
      buyer: null,
      state: 'taken',
      why: 'done',
      reason: null,
      byMinor: null,
      note: null,
      times: 1,
      endpointId: 'demo',
      arrivalId: null,
      ...more,
    }),
    by,
  )

it('names the order with its sum in the places of the currency, and whose hold it is', () => {
  expect(message({ buyer: 'finch' })).toMatchObject({
    about: 'A-20871 · ¥12,900',
    said: 'msg.done.paid {"buyer":"finch"}',
  })
  expect(message({ type: 'refunds/create', order: null, currency: null }).said).toBe('msg.why.done')
  expect(message({ type: 'stock.changed', order: null, amountMinor: null, sku: 'MUG' }).about).toBe('MUG')
})

it('says by how much a payment differs, either way', () => {
  const why = { state: 'needs_you', why: 'payment_differs' }

  expect(message({ ...why, byMinor: -10 }).said).toBe('msg.why.less {"money":"¥10"}')
  expect(message({ ...why, byMinor: 10 }).said).toBe('msg.why.more {"money":"¥10"}')
  expect(message({ ...why, byMinor: null }).said).toContain('msg.why.payment_differs')
})

it('says why one was refused, how often, and what to do', () => {
  expect(message({ type: null, state: 'refused', why: 'refused', reason: 'stale', times: 3 })).toMatchObject({
    type: '?',
    said: 'refused.stale · refused.times {"count":3}',
    advice: 'refused.stale.do',
  })
})

it('lets staff decide about a payment that differs, and give back what is too much in the places of the currency', () => {
  const decide = { holdId: 'h', orderId: 'A-20871' }
  const differs = { state: 'needs_you', why: 'payment_differs', decide } as const

  expect(message({}).decide).toBeNull()
  expect(message({ ...differs, byMinor: -1000 }).decide).toEqual({
    target: decide,
    question: 'msg.decide.ask {"order":"A-20871","said":"msg.why.less {\\"money\\":\\"¥1,000\\"}"}',
    part: null,
  })
  expect(message({ ...differs, byMinor: 1250, currency: 'KWD' }).decide?.part).toMatchObject({
    label: expect.stringContaining('1.250'),
    backMinor: 1250,
  })
})
