// Around a hand-off: leaving counts as arriving, a way that is not there brings the hold back, codes end with their holds.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test, vi } from 'vitest'
import { toBasket } from '../../domain/basket.ts'
import { createLog } from '../../ops/log.ts'
import { CANNOT_BE_ASKED } from '../kinds/cannot.ts'
import type { Checkout, ShopFact } from '../checkout.ts'
import { holdOn, type ShopStand } from '../conformance/shopStand.ts'
import { startCodeEnder, withLeaving } from './leaving.ts'

const goods = [{ sku: 'A', externalId: '1', shopPriceMinor: 1000 }] as unknown as ShopStand['goods']
const hold = holdOn({ goods, currency: 'USD' } as ShopStand, 1000)
const VISIT = { origin: 'http://x.test', hostname: 'x.test', locale: 'en' } as const

function open(linkTo: Checkout['linkTo']) {
  const told: ShopFact['type'][] = []
  /** What comes with one that was there before acts no more. */
  const ids = new Set<string>()
  const opened: HoldId[] = []
  const ended: HoldId[] = []
  const waiting = [hold.id]
  const leftBy = new Map<HoldId, HoldId[]>()
  const needs = {
    records: {
      openCode: (id: HoldId) => Promise.resolve(void opened.push(id)),
      codesToEnd: () => Promise.resolve(waiting.filter((id) => !ended.includes(id))),
      codesLeft: (id: HoldId) => Promise.resolve(leftBy.get(id) ?? []),
      endCode: (id: HoldId) => Promise.resolve(void ended.push(id)),
    },
    log: createLog('silent'),
    endpointId: 'shop',
    report(fact: ShopFact) {
      ids.add(fact.eventId)
      told.push(fact.type)
      return Promise.resolve(grant(null))
    },
    fences: { isOn: () => false, makeWay: () => Promise.resolve(null), nudge: () => undefined },
    onHandoff: () => Promise.resolve(),
    findHold: () => Promise.resolve({ ...hold, state: 'paying' as const, expiresAt: hold.expiresAt + 5000 }),
  }
  const answers = {
    kind: 'woo',
    price: 'code',
    quotes: 'none',
    namesHoldBy: 'coupon',
    stock: 'mirrored',
    tellsOrders: true,
    readsCatalogue: false,
    givesBack: false,
    combines: false,
  } as const
  const verify = () => grant([])
  const bare: Checkout = { ...CANNOT_BE_ASKED, answers, linkTo, verify }
  return { told, ids, opened, ended, leftBy, needs, bare, checkout: withLeaving(bare, needs) }
}

test('the hold turns paying before its link or code is made, which lasts as long as the hold then does', async () => {
  const { checkout, told, opened } = open((held) =>
    Promise.resolve(grant({ href: String(held.expiresAt), quotedMinor: null })),
  )

  const link = await checkout.linkTo(hold, VISIT)

  expect(link).toEqual(grant({ href: String(hold.expiresAt + 5000), quotedMinor: null }))
  expect(told).toEqual(['checkout.opened'])
  expect(opened).toEqual([hold.id])
})

test('a shop that does not answer brings the hold back', async () => {
  const { checkout, told } = open(() => Promise.resolve(refuse('SHOP_UNREACHABLE')))

  const link = await checkout.linkTo(hold, VISIT)

  expect(link).toMatchObject({ code: 'SHOP_UNREACHABLE' })
  expect(told).toEqual(['checkout.opened', 'checkout.left'])
})

test('a shop that does not let go of its units says why it has none for the buyer', async () => {
  const { bare, needs } = open(() => Promise.resolve(refuse('SHOP_REFUSED', { detail: { why: 'no inventory' } })))
  const makeWay = () => Promise.resolve(refuse('SHOP_REFUSED', { detail: { why: 'status 401: Unauthorized' } }))
  const fences = { ...needs.fences, isOn: () => true, makeWay }

  const link = await withLeaving(bare, { ...needs, fences }).linkTo(hold, VISIT)

  const why = 'no inventory; its units stay set apart: status 401: Unauthorized'
  expect(link).toMatchObject({ code: 'SHOP_REFUSED', detail: { why } })
})

test('all of a basket turn paying, with a code in mind for each, and all of them come back', async () => {
  const other = holdOn({ goods, currency: 'USD' } as ShopStand, 1000)
  const { checkout, told, ids, opened } = open((held) =>
    Promise.resolve(refuse('SHOP_REFUSED', { detail: { why: String(held.together?.length) } })),
  )

  const link = await checkout.linkTo(toBasket(hold, [other]), VISIT)

  expect(link).toMatchObject({ code: 'SHOP_REFUSED', detail: { why: '2' } })
  expect(told).toEqual(['checkout.opened', 'checkout.opened', 'checkout.left', 'checkout.left'])
  expect(ids.size).toBe(4)
  expect(opened).toEqual([hold.id, other.id])
})

test('what was let go on the way leads nowhere, alone or in a basket, and the others come back', async () => {
  const other = holdOn({ goods, currency: 'USD' } as ShopStand, 1000)
  const { bare, needs, told } = open(() => Promise.resolve(grant({ href: 'link', quotedMinor: null })))
  const findHold = (id: HoldId) =>
    Promise.resolve({ ...hold, id, state: id === other.id ? ('released' as const) : ('paying' as const) })
  const checkout = withLeaving(bare, { ...needs, findHold })

  expect(await checkout.linkTo(other, VISIT)).toMatchObject({ code: 'HOLD_OVER' })
  expect(await checkout.linkTo(toBasket(hold, [other]), VISIT)).toMatchObject({ code: 'HOLD_OVER' })
  expect(await checkout.linkTo(hold, VISIT)).toMatchObject({ ok: true })
  expect(told.filter((type) => type === 'checkout.left')).toHaveLength(3)
})

test('a second leaving in the same moment is another one', async () => {
  const { checkout, told, ids } = open(() => Promise.resolve(refuse('SHOP_UNREACHABLE')))

  await Promise.all([checkout.linkTo(hold, VISIT), checkout.linkTo(hold, VISIT)])

  expect(told).toHaveLength(4)
  expect(ids.size).toBe(4)
})

test('a code that takes off a coupon which its hold has left is ended before the way of the viewer’s next hold is made', async () => {
  const asked: string[] = []
  const { bare, needs, leftBy, opened } = open(() => {
    asked.push('way')
    return Promise.resolve(grant({ href: 'link', quotedMinor: null }))
  })
  const other = holdOn({ goods, currency: 'USD' } as ShopStand, 1000)
  leftBy.set(hold.id, [other.id])
  const endHandoff = vi.fn<Checkout['endHandoff']>()
  endHandoff.mockResolvedValueOnce(refuse('SHOP_UNREACHABLE')).mockImplementation((id) => {
    asked.push(`end ${id}`)
    return Promise.resolve(grant(null))
  })
  const checkout = withLeaving({ ...bare, endHandoff }, needs)

  expect(await checkout.linkTo(hold, VISIT)).toMatchObject({ code: 'SHOP_UNREACHABLE' })
  expect([asked, opened]).toEqual([[], []])
  expect(await checkout.linkTo(hold, VISIT)).toMatchObject({ ok: true })
  expect(asked).toEqual([`end ${other.id}`, 'way'])
})

test('a code is ended once the shop has ended it; until then it is tried again', async () => {
  const { bare, ended, needs } = open(() => Promise.resolve(grant({ href: 'link', quotedMinor: null })))
  const endHandoff = vi.fn<Checkout['endHandoff']>()
  endHandoff.mockResolvedValueOnce(refuse('SHOP_UNREACHABLE')).mockResolvedValue(grant(null))
  const loop = startCodeEnder({ ...bare, endHandoff }, needs)

  await vi.waitFor(() => expect(endHandoff).toHaveBeenCalledTimes(1), 20_000)
  const before = [...ended]
  loop?.nudge()
  await vi.waitFor(() => expect(ended).toEqual([hold.id]), 20_000)
  await loop?.close()

  expect(before).toEqual([])
})
