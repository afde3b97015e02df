// What every database must hold to for groups' prices and pick-up points: decided when a hold is granted, and kept as they were then.
import { GroupId, type GroupOff, MOST_LISTS, PointId, type SaveGroup } from '@lantern/shared/contract/groups.ts'
import { HoldId, ProductId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { describe, expect, test } from 'vitest'
import { createGroupBook } from '../../features/groups/groupBook.ts'
import { addOpens } from '../../features/links/addOpens.ts'
import { makeLink, voidLink } from '../../features/links/jobs.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aStepPrice, buy, giveCoupon } from '../../ledger/proofs/openedPrices/stepShow.ts'
import { aHold, aSale, CUP, paid, refunded, SHIRT, SHOW, STAFF, START_AT } from '../../ledger/proofs/testShop.ts'
import { aGroup, aPoint, GROUP, POINT } from './groups.contract.ts'

const OAK = GroupId.parse('oak-street')
const ELM_LINK = 'elmstreetAAA'
const OAK_LINK = 'oakstreetAAA'
const ANN = 'ann'

export function groupPricesContract(name: string, makePlace: PlaceMaker): void {
  describe(`groups’ prices on ${name}`, () => groupPrices(withShop(makePlace)))
}

function groupPrices(current: ReturnType<typeof withShop>): void {
  const store = () => current().shop.store
  const book = () => createGroupBook({ store: store(), clock: current().shop.clock.now })
  const price = (off: GroupOff | null, showId: ShowId | null = null, id = GROUP) =>
    book().savePrices(id, { showId, off }, STAFF)
  const linkOf = (code: string) => ({ showId: SHOW, id: LinkId.parse(`link-${code}`), staffId: STAFF })
  const put = async (id: GroupId, code: string, part: Partial<SaveGroup> = {}) => {
    await book().save(id, { ...aGroup, ...part }, STAFF)
    await store().change(makeLink, { ...linkOf(code), name: code, code: LinkCode.parse(code), groupId: id })
  }
  const open = async (code: string, viewer = ANN) => {
    current().shop.clock.advance(1000)
    const viewerId = ViewerId.parse(viewer)
    await store().run(addOpens, { opened: [{ code: LinkCode.parse(code), showId: SHOW, viewerId }] })
  }
  const hold = async (holdId: string, { via = ELM_LINK, units = 1, viewer = ANN }: Held = {}) => {
    const { ledger, offers } = current().shop
    return ledger.place({ ...aHold(holdId, viewer, [[offers.cup, units]]), via })
  }
  const off = (unitPriceMinor: number, amountMinor: number, ref: string = GROUP) => ({
    value: { lines: [{ unitPriceMinor, adjustments: [{ kind: 'group_price', ref, amountMinor }] }] },
  })
  const own = (via: string | null, viewer = ANN) =>
    book().ownGroup({ showId: SHOW, viewerId: ViewerId.parse(viewer), via })

  test('whoever comes by its link pays less, and nobody else', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 15 })

    expect(await hold('a', { units: 2 })).toMatchObject({ ...off(1700, 600), value: { totalMinor: 3400 } })
    expect(await hold('b', { via: null, viewer: 'bob' })).toMatchObject({
      value: { totalMinor: 2000, lines: [{ adjustments: [] }] },
    })
  })

  test('a list of the show counts there instead of that of every show, whatever it has', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 50 })
    await price({ currency: 'USD', prices: [{ productId: SHIRT, priceMinor: 1200 }] }, SHOW)
    const { ledger, offers } = current().shop

    const both = aHold('a', ANN, [
      [offers.cup, 1],
      [offers.small, 1],
    ])

    expect(await ledger.place({ ...both, via: ELM_LINK })).toMatchObject({ value: { totalMinor: 3200 } })
    await price(null, SHOW)
    expect(await hold('b', { viewer: 'bob' })).toMatchObject({ value: { totalMinor: 1000 } })
  })

  test('of sale, step and group the lowest counts, then one coupon comes off', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 20 })
    const { ledger, offers } = current().shop
    await ledger.startSale(aSale('s', { priceMinor: 1700 }))
    const shirt = { ...aHold('a', 'abe', [[offers.small, 1]]), via: ELM_LINK }
    expect(await ledger.place(shirt)).toMatchObject(off(1600, 400))

    await ledger.makeActivity(aStepPrice())
    for (const name of ['bob', 'cid', 'dan']) await buy(current().shop, name)
    await giveCoupon(current().shop, { minor: 100 })

    expect(await hold('b')).toMatchObject({
      value: { totalMinor: 1400, lines: [{ adjustments: [{ kind: 'step_price' }, { kind: 'coupon' }] }] },
    })
    await price({ percent: 30 })
    expect(await hold('c', { viewer: 'eve' })).toMatchObject(off(1400, 600))
  })

  test('what is held stays: neither another list, point or name nor the end of the group changes it', async () => {
    await book().savePoint(POINT, aPoint, STAFF)
    await put(GROUP, ELM_LINK, { pointId: POINT })
    await price({ percent: 10 })
    const { ledger, offers } = current().shop
    const then = { id: GROUP, name: 'Elm Street', link: ELM_LINK, point: { id: POINT, ...aPoint } }
    expect(await hold('a')).toMatchObject({ value: { totalMinor: 1800, group: then } })

    await price({ percent: 50 })
    await book().savePoint(POINT, { ...aPoint, address: '1 New Road' }, STAFF)
    await book().save(GROUP, { ...aGroup, name: 'Elm', pointId: null }, STAFF)
    const more = {
      holdId: HoldId.parse('a'),
      viewerId: ViewerId.parse(ANN),
      lines: [{ offerId: offers.cup, quantity: 2 }],
    }
    // In one batch with somebody else of the group, whose price is the new one.
    const [changed, other] = await Promise.all([ledger.change(more), hold('b', { viewer: 'bob' })])
    expect(changed).toMatchObject({ ...off(1800, 400), value: { group: then } })
    expect(other).toMatchObject({ value: { totalMinor: 1000, group: { name: 'Elm', point: null } } })
    await price(null)
    await book().remove(GROUP, STAFF)
    await ledger.report(paid('a', 'order-a', { amountMinor: 3600 }))

    expect(await ledger.findForHandoff(HoldId.parse('a'))).toMatchObject({
      state: 'paid',
      totalMinor: 3600,
      group: then,
    })
    expect(await book().leaders.pickups(SHOW, ViewerId.parse(ANN))).toEqual([])
    expect((await book().board()).groups[0]).toMatchObject({ came: { holds: 2, orders: 1 } })
  })

  test('a buyer fetches it where it was said to be, wherever the group fetches by now', async () => {
    await book().savePoint(POINT, aPoint, STAFF)
    await book().savePoint(PointId.parse('new-place'), { ...aPoint, name: 'New place' }, STAFF)
    await put(GROUP, ELM_LINK, { pointId: POINT })
    await hold('a')
    await current().shop.ledger.report(paid('a', 'order-a'))

    await book().save(GROUP, { ...aGroup, pointId: PointId.parse('new-place') }, STAFF)

    const [pickup] = await book().leaders.pickups(SHOW, ViewerId.parse(ANN))
    expect(pickup).toMatchObject({ group: 'Elm Street', point: { id: POINT, ...aPoint } })
    expect(await own(ELM_LINK)).toMatchObject({ point: { name: 'New place' } })
  })

  test('who came by the links of two groups is of the last one that still brings somebody', async () => {
    await put(GROUP, ELM_LINK)
    await put(OAK, OAK_LINK, { name: 'Oak Street' })
    await price({ percent: 10 })
    await price({ percent: 20 }, null, OAK)
    await open(ELM_LINK)
    await open(OAK_LINK)

    expect(await own(OAK_LINK)).toMatchObject({ name: 'Oak Street', off: { percent: 20 } })
    expect(await hold('a', { via: OAK_LINK })).toMatchObject(off(1600, 400, OAK))
    await current().shop.ledger.release({ holdId: HoldId.parse('a'), viewerId: ViewerId.parse(ANN) })
    expect(await hold('b', { via: 'by-a-sharer' })).toMatchObject(off(1600, 400, OAK))
    await current().shop.ledger.release({ holdId: HoldId.parse('b'), viewerId: ViewerId.parse(ANN) })

    await store().change(voidLink, linkOf(OAK_LINK))
    expect(await own(OAK_LINK)).toMatchObject({ name: 'Elm Street' })
    expect(await hold('c', { via: OAK_LINK })).toMatchObject(off(1800, 200))
    await current().shop.ledger.release({ holdId: HoldId.parse('c'), viewerId: ViewerId.parse(ANN) })

    await book().remove(GROUP, STAFF)
    expect(await own(OAK_LINK)).toBe(null)
    expect(await hold('d', { via: OAK_LINK })).toMatchObject({ value: { totalMinor: 2000 } })
  })

  test('a shop that cannot be told a price sells at its own, to the group’s people too', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 10 })
    let carries = false
    const { shop } = current()
    const ledger = createLedger({ database: shop.database, onChange: () => {}, carriesPriceNow: () => carries })
    const one = (id: string, viewer: string) => ({ ...aHold(id, viewer, [[shop.offers.cup, 1]]), via: ELM_LINK })

    const atItsOwn = await ledger.place(one('a', ANN))
    carries = true
    const atTheGroups = await ledger.place(one('b', 'bob'))
    await ledger.close()

    expect(atItsOwn).toMatchObject({ value: { totalMinor: 2000, group: { id: GROUP } } })
    expect(atTheGroups).toMatchObject({ value: { totalMinor: 1800 } })
  })

  test('a packing list says what each buyer fetches where, and no codes', async () => {
    await book().savePoint(POINT, aPoint, STAFF)
    await put(GROUP, ELM_LINK, { pointId: POINT })
    await put(OAK, OAK_LINK, { name: '=Oak' })
    const { ledger } = current().shop
    for (const one of [{ id: 'a', units: 2 }, { id: 'b' }, { id: 'c', via: OAK_LINK }, { id: 'd', via: null }]) {
      await hold(one.id, { ...one, viewer: `viewer-${one.id}` })
      if (one.id !== 'b') await ledger.report(paid(one.id, `order-${one.id}`))
    }
    const of = { showId: SHOW, groupId: null, pointId: null, locale: 'zh-Hans' } as const

    const [, ...all] = (await book().packing(of)).trimEnd().split('\r\n')

    expect(all).toEqual([
      `,,"'=Oak",viewer-c,order-c,Cup,CUP,CUP,1,,`,
      'Corner Bakery,12 Elm Street,Elm Street,viewer-a,order-a,Cup,CUP,CUP,2,,',
    ])
    const [, ...ofPoint] = (await book().packing({ ...of, pointId: POINT })).trimEnd().split('\r\n')
    expect(ofPoint).toEqual(all.slice(1))
    const [, ...ofGroup] = (await book().packing({ ...of, groupId: OAK })).trimEnd().split('\r\n')
    expect(ofGroup).toEqual(all.slice(0, 1))
  })

  test('an order of which a part went back is marked, and one that no unit was free for is not packed', async () => {
    await put(GROUP, ELM_LINK)
    const { ledger, offers, clock } = current().shop
    await hold('late', { viewer: 'bob', units: 4 })
    clock.advance(600_000)
    await ledger.sweep(100)
    for (const [id, viewer] of Object.entries({ a: 'abe', b: 'cid', c: 'dan' }))
      await ledger.place({ ...aHold(id, viewer, [[offers.cup, id === 'a' ? 2 : 4]]), via: ELM_LINK })
    await ledger.report(paid('a', 'order-a', { amountMinor: 4000 }))
    await ledger.report(refunded('a', 'order-a', 2000))
    await ledger.report(paid('late', 'order-late', { amountMinor: 8000 }))

    const file = await book().packing({ showId: SHOW, groupId: null, pointId: null, locale: 'en' })

    expect(file.trimEnd().split('\r\n').slice(1)).toEqual([',,Elm Street,abe,order-a,Cup,CUP,CUP,2,,part_refunded'])
  })

  test('who waited in line has it when the turn comes', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 10 })
    const { ledger, offers } = current().shop
    await ledger.place(aHold('all', 'abe', [[offers.cup, 4]]))
    for (const [name, units] of [
      ['bob', 4],
      ['cid', 2],
    ] as const)
      await hold(`h-${name}`, { viewer: name, units, via: null })
    const viewerId = ViewerId.parse(ANN)
    const inLine = { showId: SHOW, viewerId, viewerName: ANN, via: ELM_LINK, source: null, quantity: 1 }
    await ledger.joinWaitlist({ ...inLine, offerId: offers.cup })

    await ledger.release({ holdId: HoldId.parse('all'), viewerId: ViewerId.parse('abe') })

    const held = (await store().readRoom(SHOW))?.desk.holds.find((one) => one.viewerId === viewerId)
    expect(held).toMatchObject({ waited: true, totalMinor: 1800, group: { id: GROUP } })
  })

  test('a price that is dearer than the one that was seen is refused with the one that is true', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 10 })
    const { ledger, offers } = current().shop

    await price({ percent: 5 })

    expect(await ledger.place({ ...aHold('a', ANN, [[offers.cup, 1, 1800]]), via: ELM_LINK })).toMatchObject({
      code: 'PRICE_ROSE',
      detail: { priceMinor: 1900 },
    })
  })

  test('a list that cannot be right is refused, and what was there stays', async () => {
    await put(GROUP, ELM_LINK)
    await price({ percent: 10 })
    const per = (productId: ProductId, priceMinor: number, currency = 'USD') =>
      price({ currency, prices: [{ productId, priceMinor }] })

    expect(await per(CUP, 2000)).toMatchObject({
      code: 'PRICE_NOT_LOWER',
      detail: { productId: CUP, priceMinor: 2000 },
    })
    expect(await per(CUP, 1000, 'KWD')).toMatchObject({ code: 'CURRENCY_CHANGED' })
    expect(await per(ProductId.parse('hat'), 10)).toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
      detail: { productId: 'hat' },
    })
    expect(await price({ percent: 10 }, ShowId.parse('no-show'))).toMatchObject({ code: 'SHOW_NOT_FOUND' })
    expect(await price({ percent: 10 }, null, OAK)).toMatchObject({ code: 'GROUP_NOT_FOUND' })

    expect((await book().board()).groups[0]?.prices).toEqual([{ showId: null, off: { percent: 10 } }])
  })

  test('as many lists as can be looked through; one of them can still be changed', async () => {
    await put(GROUP, ELM_LINK)
    const shows = Array.from({ length: MOST_LISTS }, (_, n) => ShowId.parse(`show-${n}`))
    for (const id of shows) {
      await store().createShow({ id, title: { en: 'Another' }, startsAt: START_AT })
      expect(await price({ percent: 10 }, id)).toMatchObject({ ok: true })
    }

    expect(await price({ percent: 10 })).toMatchObject({ code: 'TOO_MANY_GROUP_PRICES' })
    expect(await price({ percent: 20 }, shows[0])).toMatchObject({ ok: true })
  })
}

interface Held {
  readonly via?: string | null
  readonly units?: number
  readonly viewer?: string
}
