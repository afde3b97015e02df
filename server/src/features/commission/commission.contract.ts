// What every database must hold to for commission: credited once, written down once, taken back in proportion, and the same again.
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { type PlaceMaker, withShop } from '../../ledger/proofs/ledger.contract.ts'
import { cancelled, refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { endSharer, joinSharer } from '../../sharing/people.ts'
import { setSharingRules } from '../../sharing/rules.ts'
import { type Shop, shopOf } from '../../testing/commissionShop.ts'
import { making } from './making.contract.ts'
import { payOut } from './money.ts'
import { pages } from './pages.contract.ts'
import { people } from './people.contract.ts'
import { listSharers, readMine } from './reads.ts'

const DAY = 86_400_000

export function commissionContract(name: string, makePlace: PlaceMaker): void {
  describe(`who is credited on ${name}`, () => crediting(withShop(makePlace)))
  describe(`who shares on ${name}`, () => people(withShop(makePlace)))
  describe(`pages of sharers on ${name}`, () => pages(withShop(makePlace)))
  describe(`the commission ledger on ${name}`, () => earning(withShop(makePlace)))
  describe(`what was made of the log on ${name}`, () => making(withShop(makePlace)))
}

function crediting(current: Shop): void {
  const { rules, join, link, voidOf, click, hold, pay, rows, run } = shopOf(current)

  test('a click on a sharer’s link, and an order within its days', async () => {
    await rules()
    const code = await link(await join('willow'))
    await click('anna', code)
    current().shop.clock.advance(7 * DAY - 1)
    await hold('a', 'anna')
    current().shop.clock.advance(1)
    await hold('b', 'anna', { lines: [[current().shop.offers.small, 1]] })
    await pay('a')
    await pay('b')

    expect(await rows('a')).toEqual(['1 earned 160'])
    expect(await rows('b')).toEqual([])
  })

  test('whoever is faster than the count of opens has come by the link all the same', async () => {
    await rules()
    const code = await link(await join('willow'))
    await hold('a', 'anna', { via: code })
    await pay('a')

    expect(await rows('a')).toEqual(['1 earned 160'])
  })

  test('the link of long ago that a cookie still names brings nobody', async () => {
    await rules()
    const code = await link(await join('willow'))
    await click('anna', code)
    current().shop.clock.advance(8 * DAY)
    await hold('a', 'anna', { via: code })
    await pay('a')

    expect(await rows('a')).toEqual([])
  })

  test('an order binds its buyer, and who brought the sharer has the second level', async () => {
    await rules()
    const willow = await link(await join('willow'))
    await click('river', willow)
    const river = await link(await join('river'))
    await click('anna', river)
    await hold('a', 'anna')
    await pay('a')
    current().shop.clock.advance(20 * DAY)
    await click('anna', willow)
    await hold('b', 'anna', { lines: [[current().shop.offers.small, 1]] })
    await pay('b')

    expect(await rows('a')).toEqual(['1 earned 160', '2 earned 40'])
    expect(await rows('b')).toEqual(['1 earned 160', '2 earned 40'])
  })

  test('a link of the shop, a voided one, a made-up one, one’s own and one of who stopped bring nobody anything', async () => {
    await rules()
    const willow = await join('willow')
    const [gone, other] = [await join('gone'), await join('other')]
    const [ofShop, own, ofGone] = [await link(), await link(willow), await link(gone)]
    const voided = await link(other)
    await click('ben', voided)
    await voidOf(other)
    await run(endSharer, { sharerId: gone, by: STAFF })
    await click('dora', ofGone)
    await hold('a', 'anna', { via: ofShop })
    await hold('b', 'ben', { via: voided })
    await hold('c', 'carl', { via: 'AAAAAAAAAAAA' })
    await hold('d', 'dora', { via: ofGone })
    await hold('w', 'willow', { via: own })
    for (const id of ['a', 'b', 'c', 'd', 'w']) await pay(id)

    expect(await Promise.all(['a', 'b', 'c', 'd', 'w'].map(rows))).toEqual([[], [], [], [], []])
  })

  test('who waits in line is credited when the turn comes', async () => {
    await rules()
    const code = await link(await join('willow'))
    const { ledger, offers } = current().shop
    await hold('all', 'zoe', { lines: [[offers.small, 5]] })
    await click('anna', code)
    const viewerId = ViewerId.parse('v-anna')
    const who = { showId: SHOW, viewerId, viewerName: 'anna', via: null, source: null }
    expect(await ledger.joinWaitlist({ ...who, offerId: offers.small, quantity: 1 })).toMatchObject({ ok: true })
    await ledger.release({ holdId: HoldId.parse('all'), viewerId: ViewerId.parse('v-zoe') })
    const held = (await current().shop.store.readRoom(SHOW))?.desk.holds.find((one) => one.viewerName === 'anna')
    if (!held) throw new Error('nobody was served')
    await pay(held.id)

    expect(await rows(held.id)).toEqual(['1 earned 160'])
  })

  test('nobody becomes a sharer while it is off, nor again once it is over', async () => {
    const asked = { viewerId: ViewerId.parse('v-anna'), staffId: null, name: 'anna', consent: '1' }
    expect(await run(joinSharer, asked)).toMatchObject({ ok: false, code: 'SHARING_OFF' })
    await rules()
    const [one, other] = await Promise.all([run(joinSharer, asked), run(joinSharer, asked)])
    expect(one).toEqual(other)
    if (!one.ok) throw new Error(one.code)
    await run(endSharer, { sharerId: one.value.id, by: null })

    expect(await run(joinSharer, asked)).toMatchObject({ ok: false, code: 'SHARER_OVER' })
  })
}

function earning(current: Shop): void {
  const { rules, join, link, click, hold, pay, rows, report, follow, prove, run } = shopOf(current)

  async function bought(id: string, amountMinor = 2000) {
    await rules()
    const code = await link(await join('willow'))
    await hold(id, 'anna', { via: code })
    await pay(id, amountMinor)
  }

  test('a part that goes back takes its part, and all takes the rest, also after that', async () => {
    await bought('a')
    await report(refunded('a', 'order-a', 500))
    await follow()
    await report(refunded('a', 'order-a', 1000))
    await report(refunded('a', 'order-a', 2000))
    await follow()

    expect(await rows('a')).toEqual(['1 earned 160', '1 reversed -40', '1 reversed -40', '1 reversed -80'])
    expect(await prove()).toMatchObject({ wrong: [], counted: { rows: 4, orders: 1 }, behind: 0 })
  })

  test('what the shop took less is worth less, and what it took more is worth nothing', async () => {
    await bought('a', 1000)
    await hold('b', 'anna', { lines: [[current().shop.offers.small, 1]] })
    await pay('b', 2600)

    expect(await rows('a')).toEqual(['1 earned 80'])
    expect(await rows('b')).toEqual(['1 earned 160'])
  })

  test('an order that is cancelled earns nothing', async () => {
    await bought('a')
    await report(cancelled('a', 'order-a'))
    await follow()

    expect(await rows('a')).toEqual(['1 earned 160', '1 reversed -160'])
  })

  test('other rules change nothing of what was credited before', async () => {
    await rules()
    const code = await link(await join('willow'))
    await hold('a', 'anna', { via: code })
    await rules({ rates: { own: { kind: 'amount', minor: 7 }, upper: { kind: 'percent', hundredths: 0 } } })
    await pay('a')
    await hold('b', 'ben', { via: code })
    await pay('b')
    await rules({ isOn: false })
    await hold('c', 'carl', { via: code })
    await pay('c')

    expect([await rows('a'), await rows('b'), await rows('c')]).toEqual([['1 earned 160'], ['1 earned 7'], []])
  })

  test('what is earned is pending, then confirmed, then paid once; what goes back after that is owed', async () => {
    const { clock } = current().shop
    await rules({ freezeDays: 7 })
    const willow = await join('willow')
    await hold('a', 'anna', { via: await link(willow) })
    await pay('a')
    const mine = async () =>
      (await run(readMine, { viewerId: ViewerId.parse('v-willow'), staffId: null, showId: SHOW })).me?.money
    const money = (pendingMinor: number, confirmedMinor: number, paidMinor: number) => [
      { currency: 'USD', pendingMinor, confirmedMinor, paidMinor },
    ]
    const payout = { id: willow, payoutId: 'payout-1', currency: 'USD', amountMinor: 160, by: STAFF }
    const refusal = { ok: false, code: 'PAYOUT_CHANGED' }

    expect(await mine()).toEqual(money(160, 0, 0))
    expect(await run(payOut, payout)).toMatchObject(refusal)
    clock.advance(7 * DAY)
    expect(await mine()).toEqual(money(0, 160, 0))
    expect(await run(payOut, { ...payout, amountMinor: 159 })).toMatchObject(refusal)
    const [one, other] = await Promise.all([run(payOut, payout), run(payOut, payout)])
    expect([one.ok, other.ok]).toEqual([true, true])
    expect(await run(payOut, { ...payout, payoutId: 'payout-2' })).toMatchObject(refusal)
    expect(await mine()).toEqual(money(0, 0, 160))
    await report(refunded('a', 'order-a'))
    await follow()
    expect(await mine()).toEqual(money(0, -160, 160))
    const [listed] = await run(listSharers, null)
    expect(listed).toMatchObject({ name: 'willow', orders: 1, lateBack: 1, money: money(0, -160, 160) })
  })

  test('staff see who opens their own links, and one device that opens them again and again', async () => {
    await rules()
    const code = await link(await join('willow'))
    for (const name of ['willow', 'willow', 'anna', 'anna', 'anna', 'ben']) await click(name, code)

    expect(await run(listSharers, null)).toMatchObject([{ opens: 6, people: 3, ownOpens: 2, mostOfOne: 3 }])
  })

  test('of two who set the rules at once one is told of the other', async () => {
    const { version, rules: now } = await rules()
    const set = (freezeDays: number) => run(setSharingRules, { version, rules: { ...now, freezeDays }, by: STAFF })
    const both = await Promise.all([set(1), set(2)])

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'SHARING_CHANGED' })
  })
}
