// What every database must hold to for share links: made once, counted once, voided for good, and nothing left of who is erased.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { MOST_LINKS } from '@lantern/shared/features/links/limits.ts'
import { describe, expect, test } from 'vitest'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, paid, refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { addOpens } from './addOpens.ts'
import { makeCode } from './code.ts'
import { countLinks, findLink, makeLink, voidLink } from './jobs.ts'
import { readPeople } from '../../testing/linkJobs.ts'

const KEY = 'a key of the shop'
const id = (nth: number) => LinkId.parse(`link-no-${nth}`)
const people = (n: number, from = 0) => Array.from({ length: n }, (_, nth) => ViewerId.parse(`viewer-${from + nth}`))

export function linksContract(name: string, makePlace: PlaceMaker): void {
  describe(`share links on ${name}`, () => links(withShop(makePlace)))
}

function links(current: ReturnType<typeof withShop>): void {
  const store = () => current().shop.store
  const make = (nth = 1, code = makeCode(KEY)) =>
    store().change(makeLink, { showId: SHOW, id: id(nth), code, name: `Group ${nth}`, groupId: null, staffId: STAFF })
  const end = (nth = 1) => store().change(voidLink, { showId: SHOW, id: id(nth), staffId: STAFF })
  const open = (code: LinkCode, viewers: readonly (ViewerId | null)[], showId: string = SHOW) =>
    store().run(addOpens, { opened: viewers.map((viewerId) => ({ code, showId, viewerId })) })
  const numbers = async (nth = 1) => (await store().run(countLinks, { showId: SHOW })).find((one) => one.id === id(nth))
  const hold = async (holdId: string, via: LinkCode | null) => {
    const { ledger, offers } = current().shop
    const placed = await ledger.place({ ...aHold(holdId, `viewer-of-${holdId}`, [[offers.cup, 1]]), via })
    expect(placed).toMatchObject({ ok: true })
  }
  const shown = async () => (await store().readRoom(SHOW))?.desk.links ?? []

  async function made(nth = 1) {
    const outcome = await make(nth)
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value
  }

  test('a link is made once, however often it is asked for, and staff see it', async () => {
    const first = await made()

    expect(await make(1)).toEqual({ ok: true, value: first })
    expect(await shown()).toEqual([first])
    expect(await store().run(findLink, { code: first.code })).toEqual({ showId: SHOW, isVoided: false })
  })

  test('two that ask at once for the same make one', async () => {
    const [one, other] = await Promise.all([make(), make()])

    expect(one).toEqual(other)
    expect(await shown()).toHaveLength(1)
  })

  test('people are counted once each, every open of theirs, and machines apart', async () => {
    const { code } = await made()

    await open(code, [...people(3), ...people(3), null, null])
    await open(code, [...people(2, 2), null])

    await open(code, people(9), 'another-show')

    expect(await numbers()).toMatchObject({ opens: 8, people: 4, previews: 3 })
  })

  test('two processes that count the same people at once count them once', async () => {
    const { code } = await made()

    await Promise.all([open(code, people(600)), open(code, people(600).toReversed())])

    expect(await numbers()).toMatchObject({ opens: 1200, people: 600 })
  })

  test('what came of it are holds and orders of who came by it, without what went back', async () => {
    const { code } = await made()
    const { ledger } = current().shop
    await hold('a', code)
    await hold('b', null)

    expect(await numbers()).toMatchObject({ holds: 1, orders: 0, paidMinor: 0 })
    await ledger.report(paid('a', 'order-a'))
    await ledger.report(paid('b', 'order-b'))
    expect(await numbers()).toMatchObject({ holds: 1, orders: 1, paidMinor: 2000 })
    await ledger.report(refunded('a', 'order-a', 500))
    expect(await numbers()).toMatchObject({ orders: 1, paidMinor: 1500 })
    await ledger.report(refunded('a', 'order-a', 2000))
    expect(await numbers()).toMatchObject({ holds: 1, orders: 0, paidMinor: 0 })
  })

  test('once voided it still leads to the show and counts nobody, and that is for good', async () => {
    const { code } = await made()
    await open(code, people(2))
    const { shop } = current()
    shop.clock.advance(1000)

    const gone = await end()
    await open(code, people(5))
    shop.clock.advance(1000)
    await hold('late', code)

    expect(gone).toMatchObject({ ok: true, value: { code, voidedAt: expect.any(Number) } })
    expect(await end()).toEqual(gone)
    expect(await store().run(findLink, { code })).toEqual({ showId: SHOW, isVoided: true })
    expect(await numbers()).toMatchObject({ opens: 2, people: 2, holds: 0 })
  })

  test('what there is none of is refused or passed over', async () => {
    const nobodys = LinkCode.parse('AAAAAAAAAAAA')

    expect(await end(7)).toMatchObject({ ok: false, code: 'LINK_NOT_FOUND' })
    expect(await store().run(findLink, { code: nobodys })).toBeNull()
    await open(nobodys, people(2))
    expect(await store().run(countLinks, { showId: SHOW })).toEqual([])
  })

  test(`a show has ${MOST_LINKS} links at most`, async () => {
    for (let nth = 1; nth <= MOST_LINKS; nth += 1) await made(nth)

    expect(await make(MOST_LINKS + 1)).toMatchObject({ ok: false, code: 'TOO_MANY_LINKS' })
    expect(await make(1)).toMatchObject({ ok: true })
  })

  const rows = () => current().shop.database.run(readPeople, null)

  test('who is erased leaves a number, and no row: also what was noted a moment before is kept of nobody', async () => {
    const { code } = await made()
    await open(code, people(3))

    await store().eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('viewer-1'), by: STAFF })
    expect(await numbers()).toMatchObject({ people: 3 })
    await open(code, people(3))

    expect(await numbers()).toMatchObject({ people: 3, opens: 6 })
    expect(await rows()).toEqual(['viewer-0', 'viewer-2'])
  })

  test('who is erased while opens are being counted leaves no row', async () => {
    const { code } = await made()
    const erase = (id: ViewerId) => store().eraseViewer({ showId: SHOW, viewerId: id, by: STAFF })
    const all = people(20).flatMap((id) => [open(code, [id]), erase(id), open(code, [id])])

    await Promise.all(all)

    expect(await rows()).toEqual([])
  })

  test('of those whom one address brings too many of, opens count and people do not', async () => {
    const { code } = await made()
    const opened = people(3).map((viewerId, nth) => ({ code, showId: SHOW, viewerId, isUncounted: nth > 0 }))
    await store().run(addOpens, { opened })

    expect(await numbers()).toMatchObject({ opens: 3, people: 1 })
    expect(await rows()).toEqual(['viewer-0'])
  })
}
