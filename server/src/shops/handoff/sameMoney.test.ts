// A shop that changed its currency since a hold was granted gets no buyer of that hold.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { holdOn, type ShopStand } from '../conformance/shopStand.ts'
import { CANNOT_BE_ASKED } from '../kinds/cannot.ts'
import type { Checkout, HandedHold } from '../checkout.ts'
import { withSameMoney } from './sameMoney.ts'

const goods = [{ sku: 'A', externalId: '1', shopPriceMinor: 1000 }] as unknown as ShopStand['goods']
const hold = holdOn({ goods, currency: 'CNY' } as ShopStand, 1000)
const VISIT = { origin: 'http://x.test', hostname: 'x.test', locale: 'en' } as const
const WAY = grant({ href: 'https://shop.test/handoff', quotedMinor: null })
const READ = { readAt: 1, newerAt: null, startedAt: 1, problem: null }

function leaveFor(shopCurrency: string | null, isRead = true) {
  const asked: HandedHold[] = []
  const answers = { kind: 'generic', price: 'signed', namesHoldBy: 'jti', stock: 'not_exclusive' } as const
  const linkTo: Checkout['linkTo'] = (held) => Promise.resolve((asked.push(held), WAY))
  const bare: Checkout = {
    ...CANNOT_BE_ASKED,
    answers: { ...CANNOT_BE_ASKED, ...answers },
    linkTo,
    verify: () => grant([]),
  }
  const readReading = () => Promise.resolve(isRead ? { ...READ, shopCurrency } : null)
  return { asked, way: withSameMoney(bare, { readReading }).linkTo(hold, VISIT) }
}

test.each([
  ['asks in the same', 'CNY', true],
  ['has never said in which it asks', null, true],
  ['was never read', null, false],
])('a shop that %s is asked for its checkout', async (_what, currency, isRead) => {
  const { asked, way } = leaveFor(currency, isRead)

  expect(await way).toEqual(WAY)
  expect(asked).toEqual([hold])
})

test('a shop that asks in another is not, and staff read in which', async () => {
  const { asked, way } = leaveFor('EUR')

  expect(await way).toMatchObject({ code: 'SHOP_REFUSED', detail: { why: expect.stringMatching(/EUR.*CNY/) } })
  expect(asked).toEqual([])
})
