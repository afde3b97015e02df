// What every database must hold to for sharers' pages: whose each is, what came of each link, statements, boards and the tree of an order.
import { StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import { expect, test } from 'vitest'
import { refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { type Shop, shopOf } from '../../testing/commissionShop.ts'
import { joinSharer } from '../../sharing/people.ts'
import { payOut } from './money.ts'
import { createSharerBook } from './sharerBook.ts'

const DAY = 86_400_000
const UTC = { zone: 'UTC' } as const
/** They agreed to the text that spoke of no board. */
const OF_BEFORE = { staffId: null, name: 'old', consent: '1' } as const

export function pages(current: Shop): void {
  const { rules, join, link, click, hold, pay, report, run, follow, nameLink: named, endNamedLink } = shopOf(current)
  const book = () => createSharerBook({ store: current().shop.store, clock: current().shop.clock.now })
  const month = () => new Date(current().shop.clock.now()).toISOString().slice(0, 7)
  const phone = async (id: SharerId, device: string) => {
    const found = await book().find(id)
    return { code: found.ok ? found.value : 'none', device }
  }
  const opened = async (id: SharerId, device = 'phone') => {
    const own = await phone(id, device)
    await book().open(own, null)
    return own
  }
  const read = async (own: { code: string; device: string }) => {
    const state = await book().read(own)
    if (!state.ok) throw new Error(state.code)
    return state.value
  }
  const codeOf = async (sharerId: SharerId, id: string) => {
    const made = await named(sharerId, id)
    if (!made.ok) throw new Error(made.code)
    return made.value
  }

  test('a page is its first device’s, and another’s with a pass; void it opens nothing', async () => {
    await rules()
    const willow = await join('willow')
    const own = await opened(willow)
    const other = await phone(willow, 'another')

    expect(await book().open(other, null)).toMatchObject({ code: 'OTHER_PHONE' })
    expect(await book().open(other, '12345678')).toMatchObject({ code: 'PASS_WRONG' })
    const passed = await book().pass(willow, STAFF)
    const { pass } = passed.ok ? passed.value : { pass: '' }
    expect(await book().open(other, pass)).toMatchObject({ ok: true })
    expect(await book().read(own)).toMatchObject({ code: 'OTHER_PHONE' })
    expect(await book().read(other)).toMatchObject({ ok: true, value: { name: 'willow', isOver: false } })
    await book().makeVoid(willow, STAFF)
    expect(await book().read(other)).toMatchObject({ code: 'SHARER_PAGE_GONE' })
    expect((await phone(willow, 'another')).code).not.toBe(other.code)
    expect(await book().open({ ...other, code: `${willow}${'A'.repeat(16)}` }, null)).toMatchObject({
      code: 'SHARER_PAGE_GONE',
    })
  })

  test('of two devices that open it at once one has it; a pass dies after five wrong ones, and after ten minutes', async () => {
    await rules()
    const willow = await join('willow')
    const devices = await Promise.all([phone(willow, 'one'), phone(willow, 'two')])
    const both = await Promise.all(devices.map((device) => book().open(device, null)))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])

    const third = await phone(willow, 'three')
    const give = async () => {
      const passed = await book().pass(willow, STAFF)
      return passed.ok ? passed.value.pass : ''
    }
    const tried = await give()
    for (let n = 0; n < 5; n += 1) await book().open(third, tried === '00000000' ? '00000001' : '00000000')
    expect(await book().open(third, tried)).toMatchObject({ code: 'PASS_WRONG' })
    const late = await give()
    current().shop.clock.advance(600_000)
    expect(await book().open(third, late)).toMatchObject({ code: 'PASS_WRONG' })
  })

  test('who is erased has no page any more, and no names of groups are left', async () => {
    await rules()
    const willow = await join('willow')
    const own = await opened(willow)
    await named(willow, 'elm-street')
    await current().shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('v-willow'), by: STAFF })

    expect(await book().read(own)).toMatchObject({ code: 'SHARER_PAGE_GONE' })
    expect(await book().find(willow)).toMatchObject({ code: 'SHARER_PAGE_GONE' })
    expect(await book().list()).toMatchObject({ sharers: [{ name: '', page: 'none' }] })
  })

  test('each link says what came of it, a person is counted once, and own opens are none', async () => {
    await rules()
    const willow = await join('willow')
    const own = await opened(willow)
    const [elm, yoga] = [await codeOf(willow, 'elm-street'), await codeOf(willow, 'yoga-class')]
    await click('anna', elm)
    await click('anna', elm)
    // Of two clicks in one moment the letters of the links decide.
    current().shop.clock.advance(1)
    await click('ben', yoga)
    await click('anna', yoga)
    await click('willow', elm)
    await hold('a', 'anna', { via: yoga })
    await hold('b', 'ben', { via: yoga })
    await pay('a')
    await pay('b')
    await report(refunded('b', 'order-b', 2000))
    await follow()

    const { links, came, lines } = await read(own)
    const byName = new Map(links.map((one) => [one.name, one]))
    expect(byName.get('elm-street')).toMatchObject({ opens: 2, people: 1, holds: 0, orders: 0, messenger: 'line' })
    expect(byName.get('yoga-class')).toMatchObject({ opens: 2, people: 2, holds: 2, orders: 1, back: 1 })
    expect(came).toEqual({ opens: 4, people: 2, holds: 2, orders: 1, back: 1 })
    expect(lines).toMatchObject([
      { why: 'reversed', orderId: 'order-b', link: 'yoga-class', rules: 1, by: null },
      { why: 'earned', orderId: 'order-b' },
      { why: 'earned', orderId: 'order-a', level: 1 },
    ])
  })

  test('asked twice one link is made, thirty at most, and one that is void stays so', async () => {
    await rules()
    const [willow, river] = [await join('willow'), await join('river')]
    const twice = await Promise.all([named(willow, 'elm-street'), named(willow, 'elm-street')])
    expect(twice[0]).toEqual(twice[1])
    const elm = await codeOf(willow, 'elm-street')
    expect(await codeOf(river, 'elm-street')).not.toBe(elm)

    const end = (sharerId: SharerId) => endNamedLink(sharerId, elm)
    expect(await end(river)).toMatchObject({ code: 'LINK_NOT_FOUND' })
    expect([await end(willow), await end(willow)]).toMatchObject([{ ok: true }, { ok: true }])
    await hold('a', 'anna', { via: elm })
    await pay('a')
    expect((await read(await opened(willow))).lines).toEqual([])
    for (let n = 1; n < 30; n += 1) await codeOf(willow, `group-number-${n}`)
    expect(await named(willow, 'one-too-many')).toMatchObject({ code: 'ENOUGH_OWN_LINKS' })
    expect(await endNamedLink(willow, await link(willow))).toMatchObject({ code: 'LINK_NOT_FOUND' })
  })

  test('who stopped makes no links, and still reads what was earned', async () => {
    await rules()
    const willow = await join('willow')
    const own = await opened(willow)
    await hold('a', 'anna', { via: await codeOf(willow, 'elm-street') })
    await pay('a')
    await book().leave(own)
    await book().leave(own)

    expect(await named(willow, 'yoga-class')).toMatchObject({ code: 'SHARER_OVER' })
    expect(await book().enterToShare(own)).toMatchObject({ code: 'SHARER_OVER' })
    expect(await read(own)).toMatchObject({ isOver: true, lines: [{ amountMinor: 160 }] })
    await rules({ isOn: false })
    expect(await book().enterToShare(own)).toMatchObject({ code: 'SHARING_OFF' })
  })

  test('a month’s statement has rows of both levels and payouts, and nobody else’s', async () => {
    await rules({ freezeDays: 0 })
    const willow = await join('willow')
    await click('river', await link(willow))
    const river = await join('river')
    const own = await opened(willow)
    const elm = await codeOf(river, 'elm-street')
    await hold('a', 'anna', { via: elm })
    await pay('a')
    await run(payOut, { id: willow, payoutId: 'payout-1', currency: 'USD', amountMinor: 40, by: STAFF })

    const mine = await book().statement(own, { month: month(), ...UTC })
    const rows = mine.ok ? mine.value.trimEnd().split('\r\n').slice(1) : []
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/,willow,earned,order-a,.*,2,river,2%,20\.00,0\.40,USD,1,/)
    expect(rows[1]).toMatch(/,willow,paid_out,,,,,,,,,-0\.40,USD,,$/)
    const all = await book().staffStatement({ month: month(), ...UTC })
    expect(all.ok && all.value.split('\r\n')).toHaveLength(5)
    const later = await book().staffStatement({ month: '2099-01', ...UTC, sharer: willow })
    expect(later.ok && later.value.trimEnd().split('\r\n')).toHaveLength(1)
    expect(await book().statement(own, { month: month(), zone: 'Nowhere/Town' })).toMatchObject({ code: 'BAD_INPUT' })
  })

  test('a board counts orders that still bring something, and others read a name that agreed to it', async () => {
    await rules({ showsBoard: true })
    const [willow, river] = [await join('willow'), await join('river', StaffId.parse('helper'))]
    const joined = await run(joinSharer, { ...OF_BEFORE, viewerId: ViewerId.parse('v-old') })
    const old = joined.ok ? joined.value.id : willow
    const own = await opened(willow)
    const [ofWillow, ofRiver, ofOld] = [await link(willow), await link(river), await link(old)]
    for (const [id, via] of [
      ['a', ofWillow],
      ['b', ofRiver],
      ['c', ofRiver],
      ['d', ofOld],
      ['e', ofWillow],
    ] as const) {
      await hold(id, `buyer-${id}`, { via, lines: [[current().shop.offers.small, 1]] })
      await pay(id, 100)
    }
    await report(refunded('e', 'order-e', 100))
    await follow()

    const board = await book().board(own, UTC)
    expect(board.ok && board.value.rows.map(({ place, name, orders, isMe }) => [place, name, orders, isMe])).toEqual([
      [1, 'river', 2, false],
      ...[
        [2, 'willow', 1, true],
        [2, null, 1, false],
      ],
    ])
    const show = await book().staffBoard({ ofShow: SHOW, ...UTC })
    expect(show).toMatchObject({
      value: { rows: [{ name: 'river', orders: 2, earned: [{ currency: 'USD' }] }, {}, {}] },
    })
    expect(await book().staffBoard({ ofMonth: '2001-01', ...UTC })).toMatchObject({ value: { rows: [] } })
    await rules({ showsBoard: false })
    expect(await book().board(own, UTC)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('the tree of an order says by which click it came, who is above, and what it brought whom', async () => {
    await rules()
    await click('river', await link(await join('willow')))
    const elm = await codeOf(await join('river'), 'elm-street')
    await click('anna', elm)
    current().shop.clock.advance(DAY)
    await hold('a', 'anna')
    await pay('a')
    await hold('b', 'ben')

    const tree = await book().tree('order-a')
    expect(tree).toMatchObject({
      value: {
        orderId: 'order-a',
        credit: {
          ...{ sharer: { name: 'river' }, upper: { name: 'willow' }, by: 'click', linkName: 'elm-street', rules: 1 },
          clicks: [{ clicks: 1 }],
        },
        lines: [
          { level: 1, amountMinor: 160, sharer: 'river' },
          { level: 2, amountMinor: 40, sharer: 'willow', by: 'river' },
        ],
      },
    })
    expect(await book().tree('a')).toEqual(tree)
    expect(await book().tree('b')).toMatchObject({ value: { orderId: null, credit: null, lines: [] } })
    expect(await book().tree('no such order')).toMatchObject({ code: 'HOLD_NOT_FOUND' })
  })
}
