// What every database must hold to for groups: made once, changed as a whole, deleted with what was bought kept, and counted by their links.
import { GroupId, PointId, type SaveGroup } from '@lantern/shared/contract/groups.ts'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { describe, expect, test } from 'vitest'
import { createGroupBook } from '../../features/groups/groupBook.ts'
import { addOpens } from '../../features/links/addOpens.ts'
import { makeLink, voidLink } from '../../features/links/jobs.ts'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, paid, refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'

export const GROUP = GroupId.parse('elm-street')
export const POINT = PointId.parse('corner-bakery')
export const aGroup: SaveGroup = {
  name: 'Elm Street',
  messenger: 'whatsapp',
  theme: 'neighbours',
  leader: 'Rosa',
  tags: ['north', 'old'],
  size: 38,
  pointId: null,
}
export const aPoint = { name: 'Corner Bakery', address: '12 Elm Street', hours: 'until 20:00', note: null }

export function groupsContract(name: string, makePlace: PlaceMaker): void {
  describe(`groups on ${name}`, () => groups(withShop(makePlace)))
}

function groups(current: ReturnType<typeof withShop>): void {
  const store = () => current().shop.store
  const book = () => createGroupBook({ store: store(), clock: current().shop.clock.now })
  const save = (part: Partial<SaveGroup> = {}, id = GROUP) => book().save(id, { ...aGroup, ...part }, STAFF)
  /** With five opens of three people. */
  const put = async (name: string, groupId: GroupId | null = GROUP) => {
    const link = { showId: SHOW, id: LinkId.parse(`link-${name}`), staffId: STAFF }
    const made = await store().change(makeLink, { ...link, name, code: LinkCode.parse(name), groupId })
    const viewers = ['x', 'x', 'y', 'y', 'z'].map((viewer) => ViewerId.parse(`${name}-${viewer}`))
    await store().run(addOpens, {
      opened: viewers.map((viewerId) => ({ code: LinkCode.parse(name), showId: SHOW, viewerId })),
    })
    expect(made).toMatchObject({ ok: true, value: { groupId } })
    return link
  }
  const hold = async (holdId: string, via: string) => {
    const { ledger, offers } = current().shop
    const placed = await ledger.place({ ...aHold(holdId, `viewer-of-${holdId}`, [[offers.cup, 1]]), via })
    expect(placed).toMatchObject({ ok: true })
  }
  const came = async () => (await book().board()).groups.find(({ id }) => id === GROUP)?.came

  test('a group is made once, however often and by however many it is asked for, and changed as a whole', async () => {
    await Promise.all([save(), save()])
    expect((await book().board()).groups).toMatchObject([{ id: GROUP, ...aGroup, deletedAt: null }])

    await save({ name: 'Elm', tags: [], leader: null, size: null })

    expect((await book().board()).groups).toMatchObject([
      { id: GROUP, name: 'Elm', tags: [], leader: null, size: null, theme: 'neighbours' },
    ])
  })

  test('a pick-up point serves several groups, and none that there is not', async () => {
    expect(await save({ pointId: POINT })).toMatchObject({ ok: false, code: 'POINT_NOT_FOUND' })

    await book().savePoint(POINT, aPoint, STAFF)
    await book().savePoint(POINT, { ...aPoint, hours: null }, STAFF)
    await save({ pointId: POINT })
    await save({ pointId: POINT }, GroupId.parse('oak-street'))

    const { groups, points } = await book().board()
    expect(points).toEqual([{ id: POINT, ...aPoint, hours: null }])
    expect(groups.map(({ pointId }) => pointId)).toEqual([POINT, POINT])
  })

  test('what came of it is that of its links alone', async () => {
    await save()
    await put('elmstreetAAA')
    await put('elmstreetBBB')
    await put('nobodysAAAAA', null)
    const { ledger } = current().shop
    await hold('a', 'elmstreetAAA')
    await hold('b', 'elmstreetBBB')
    await hold('c', 'nobodysAAAAA')
    for (const one of ['a', 'b', 'c']) await ledger.report(paid(one, `order-${one}`))
    await ledger.report(refunded('b', 'order-b', 500))

    const all = { links: 2, opens: 10, people: 6, holds: 2, orders: 2, paid: [{ currency: 'USD', minor: 3500 }] }
    expect(await came()).toEqual(all)
    expect(await book().shows(GROUP)).toMatchObject({ shows: [{ showId: SHOW, came: all }] })
    expect(await book().shows(GroupId.parse('oak-street'))).toEqual({ shows: [] })
  })

  test('a voided link brings nobody from then on', async () => {
    await save()
    const { clock } = current().shop
    await store().change(voidLink, await put('elmstreetAAA'))
    clock.advance(1000)
    await hold('late', 'elmstreetAAA')

    expect(await came()).toMatchObject({ links: 1, holds: 0 })
  })

  test('deleted it keeps what was bought, takes nobody new, and stays so', async () => {
    await save()
    await put('elmstreetAAA')
    await hold('before', 'elmstreetAAA')
    current().shop.clock.advance(1000)

    expect(await book().remove(GROUP, STAFF)).toEqual({ ok: true, value: null })
    expect(await book().remove(GROUP, STAFF)).toEqual({ ok: true, value: null })
    current().shop.clock.advance(1000)
    await hold('after', 'elmstreetAAA')

    expect(await came()).toMatchObject({ holds: 1 })
    expect(await book().isThere(GROUP)).toBe(false)
    expect(await save()).toMatchObject({ ok: false, code: 'GROUP_NOT_FOUND' })
    expect(await book().remove(GroupId.parse('never-made'), STAFF)).toMatchObject({ code: 'GROUP_NOT_FOUND' })
  })

  test('who is erased leaves the numbers as they are', async () => {
    await save()
    await put('elmstreetAAA')
    await hold('a', 'elmstreetAAA')
    const before = await came()

    await store().eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('viewer-of-a'), by: STAFF })

    expect(await came()).toEqual(before)
  })
}
