// What every database must hold to for tiers: what they take off is decided when a hold is granted, by what was proven, once.
import { CustomerId, type MemberClaims, type Tier, TierId } from '@lantern/shared/contract/members.ts'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { describe, expect, test } from 'vitest'
import { createGroupBook } from '../../features/groups/groupBook.ts'
import { makeLink } from '../../features/links/jobs.ts'
import { createMemberBook } from '../../features/members/memberBook.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, aSale, paid, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { aGroup, GROUP } from '../groups/groups.contract.ts'

const GOLD: Tier = { id: TierId.parse('tier-gold'), name: 'Gold', percent: 10 }
const SILVER: Tier = { id: TierId.parse('tier-silver'), name: 'Silver', percent: null }
const ANN = 'ann'
const LINK = 'elmstreetAAA'

export function tiersContract(name: string, makePlace: PlaceMaker): void {
  describe(`tiers on ${name}`, () => tiers(withShop(makePlace)))
}

function tiers(current: ReturnType<typeof withShop>): void {
  let tokens = 0
  const book = () => createMemberBook({ store: current().shop.store })
  const comes = (tier: string | null, viewer = ANN, part: Partial<MemberClaims> = {}) => {
    tokens += 1
    const iat = Math.floor(current().shop.clock.now() / 1000)
    const sub = CustomerId.parse(`customer-of-${viewer}`)
    const claims = { sub, jti: `t-${tokens}`, iat, exp: iat + 300, tier, ...part }
    return book().take({ claims, viewerId: ViewerId.parse(viewer), showId: SHOW })
  }
  const hold = (holdId: string, viewer = ANN, via: string | null = null) => {
    const { ledger, offers } = current().shop
    return ledger.place({ ...aHold(holdId, viewer, [[offers.cup, 2]]), via })
  }
  const priced = (unitPriceMinor: number, adjustment: object) => ({
    value: { lines: [{ unitPriceMinor, adjustments: [adjustment] }] },
  })
  const off = (unitPriceMinor: number, amountMinor: number) =>
    priced(unitPriceMinor, { kind: 'tier_price', ref: GOLD.id, amountMinor })
  const usual = { value: { totalMinor: 4000, lines: [{ adjustments: [] }] } }

  test('who has proven a tier pays less, and nobody else', async () => {
    await book().saveTiers([SILVER, GOLD], STAFF)
    await comes('Gold')
    await comes('Silver', 'bob')
    await comes('gold', 'cid')

    expect(await hold('a')).toMatchObject(off(1800, 400))
    for (const viewer of ['bob', 'cid', 'dan']) expect(await hold(`of-${viewer}`, viewer)).toMatchObject(usual)
  })

  test('of a group’s price, a sale’s and a tier’s the lowest counts, once', async () => {
    await book().saveTiers([GOLD], STAFF)
    await comes('Gold')
    const { store, ledger, clock, offers } = current().shop
    const groups = createGroupBook({ store, clock: clock.now })
    await groups.save(GROUP, aGroup, STAFF)
    const link = { showId: SHOW, id: LinkId.parse('link-elm'), staffId: STAFF, name: 'Elm', groupId: GROUP }
    await store.change(makeLink, { ...link, code: LinkCode.parse(LINK) })
    await groups.savePrices(GROUP, { showId: null, off: { percent: 25 } }, STAFF)

    expect(await hold('a', ANN, LINK)).toMatchObject(
      priced(1500, { kind: 'group_price', ref: GROUP, amountMinor: 1000 }),
    )
    await groups.savePrices(GROUP, { showId: null, off: { percent: 5 } }, STAFF)
    await comes('Gold', 'bob')
    expect(await hold('b', 'bob', LINK)).toMatchObject(off(1800, 400))
    await ledger.startSale(aSale('s', { priceMinor: 1700 }))
    const shirt = aHold('c', ANN, [[offers.small, 1]])
    expect(await ledger.place(shirt)).toMatchObject({ value: { lines: [{ adjustments: [{ kind: 'sale_price' }] }] } })
  })

  test('what is held stays, whatever becomes of the tier, and is paid so', async () => {
    await book().saveTiers([GOLD], STAFF)
    await comes('Gold')
    await hold('a')

    const { ledger, offers } = current().shop
    const change = (quantity: number) =>
      ledger.change({
        holdId: HoldId.parse('a'),
        viewerId: ViewerId.parse(ANN),
        lines: [{ offerId: offers.cup, quantity }],
      })
    await book().saveTiers([{ ...GOLD, percent: 50 }], STAFF)
    // In one batch with another hold of theirs, whose price is the new one.
    const shirt = ledger.place(aHold('shirt', ANN, [[offers.small, 2]]))
    const [kept, other] = await Promise.all([change(3), shirt])
    expect([kept, other]).toMatchObject([off(1800, 600), off(1000, 2000)])
    current().shop.clock.advance(1000)
    await comes(null)
    expect(await change(1)).toMatchObject(off(1800, 200))
    await ledger.report(paid('a', 'order-a', { amountMinor: 1800 }))

    expect(await ledger.findForHandoff(HoldId.parse('a'))).toMatchObject({ state: 'paid', totalMinor: 1800 })
    expect(await hold('b')).toMatchObject(usual)
  })

  test('a shop that cannot be told a price grants none', async () => {
    await book().saveTiers([GOLD], STAFF)
    await comes('Gold')
    const { database, offers } = current().shop
    const ledger = createLedger({ database, onChange: () => undefined, carriesPriceNow: () => false })

    expect(await ledger.place(aHold('a', ANN, [[offers.cup, 2]]))).toMatchObject(usual)
    await ledger.close()
  })

  test('staff find members by name and tier, with what they held and bought', async () => {
    await book().saveTiers([GOLD], STAFF)
    await comes('Gold', ANN, { name: 'Ann % Lee', points: 320 })
    await comes('Silver', 'bob')
    await hold('a')
    await current().shop.ledger.report(paid('a', 'order-a', { amountMinor: 3600 }))

    const ann = { customer: 'customer-of-ann', points: 320, devices: 1, shows: 1, holds: 1, orders: 1 }
    expect(await book().list({ inTier: 'Gold' })).toMatchObject([ann])
    expect(await book().list({ named: 'N % L' })).toMatchObject([ann])
    expect(await book().list({ named: 'OF-BOB' })).toMatchObject([{ tier: 'Silver', holds: 0, orders: 0 }])
    expect(await book().list({ named: '_nn' })).toEqual([])
    expect(await book().list({})).toHaveLength(2)
  })

  test('staff read the customer whom the shop told of last, and an order that was paid late is one', async () => {
    await comes('Gold', ANN, { sub: CustomerId.parse('b-new'), replaces: [CustomerId.parse('a-old')] })
    const { ledger, clock, offers } = current().shop
    await ledger.place(aHold('a', ANN, [[offers.small, 1]]))
    clock.advance(600_000)
    await ledger.sweep(10)
    await ledger.place(aHold('all', 'bob', [[offers.small, 5]]))
    const late = await ledger.report(paid('a', 'order-a'))

    expect(late).toMatchObject({ value: { state: 'late_paid' } })
    expect(await book().list({})).toMatchObject([{ customer: 'b-new', holds: 1, orders: 1 }])
  })
}
