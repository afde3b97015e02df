// What every database must hold to for sharers themselves: erased and gone, brought by whoever they bought by, and listed by what is due.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { joinSharer } from '../../sharing/people.ts'
import { type Shop, shopOf } from '../../testing/commissionShop.ts'
import { listSharers, readMine } from './reads.ts'

const DAY = 86_400_000

export function people(current: Shop): void {
  const { rules, join, link, voidOf, click, open, hold, pay, rows, run } = shopOf(current)
  const erase = (name: string) =>
    current().shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse(`v-${name}`), by: STAFF })

  test('who is erased shares no more, and what was earned stays', async () => {
    await rules()
    const willow = await join('willow')
    const code = await link(willow)
    await hold('a', 'anna', { via: code })
    await pay('a')
    await erase('willow')
    await hold('b', 'ben', { via: code })
    await pay('b')

    expect(await rows('a')).toEqual(['1 earned 160'])
    expect(await rows('b')).toEqual([])
    expect(await voidOf(willow)).toMatchObject({ ok: true, value: { code, name: '' } })
    expect(await run(listSharers, null)).toMatchObject([{ name: '' }])
  })

  test('whoever was erased becomes no sharer, also at that very moment', async () => {
    await rules()
    await erase('willow')
    const asked = { viewerId: ViewerId.parse('v-willow'), staffId: null, name: 'willow', consent: '1' }
    expect(await run(joinSharer, asked)).toMatchObject({ ok: false, code: 'SHARER_OVER' })
    const river = { ...asked, viewerId: ViewerId.parse('v-river'), name: 'river' }
    await Promise.all([run(joinSharer, river), erase('river'), run(joinSharer, river)])

    expect((await run(listSharers, null)).filter(({ name }) => name !== '')).toEqual([])
  })

  test('who is erased while clicks on a sharer’s link are being noted leaves none', async () => {
    await rules()
    const code = await link(await join('willow'))
    const names = Array.from({ length: 10 }, (_, nth) => `guest${nth}`)
    await Promise.all(names.flatMap((name) => [click(name, code), erase(name), click(name, code)]))

    expect(await run(listSharers, null)).toMatchObject([{ people: 0 }])
  })

  test('a click counts on whatever show’s page, and of whom one address brings too many of', async () => {
    await rules()
    const code = await link(await join('willow'))
    const opened = { code, showId: 'another-show', viewerId: ViewerId.parse('v-anna') }
    const many = { code, showId: SHOW, viewerId: ViewerId.parse('v-ben'), isUncounted: true }
    const script = { code, showId: SHOW, viewerId: ViewerId.parse('v-carl'), isUncounted: true, isUnnoted: true }
    await open([opened, many, script])
    current().shop.clock.advance(8 * DAY)
    for (const name of ['anna', 'ben']) await hold(name, name, { via: code })
    for (const name of ['anna', 'ben']) await pay(name)

    expect([await rows('anna'), await rows('ben')]).toEqual([[], []])
    expect(await run(listSharers, null)).toMatchObject([{ people: 2 }])
  })

  test('above a new sharer is whoever they bought by, though that was longer ago than a click counts', async () => {
    await rules()
    await hold('a', 'anna', { via: await link(await join('willow')) })
    await pay('a')
    current().shop.clock.advance(10 * DAY)
    await join('anna')

    expect(await run(listSharers, null)).toMatchObject([{ name: 'willow' }, { name: 'anna', upper: 'willow' }])
  })

  test('whoever has confirmed money stands before all newcomers', async () => {
    await rules({ freezeDays: 0 })
    await hold('a', 'anna', { via: await link(await join('willow')) })
    await pay('a')
    current().shop.clock.advance(DAY)
    await join('river')

    expect((await run(listSharers, null)).map(({ name }) => name)).toEqual(['willow', 'river'])
  })

  test('a sharer’s own page has the link that there is, and none where there is none', async () => {
    await rules()
    const willow = await join('willow')
    const mine = async () =>
      (await run(readMine, { viewerId: ViewerId.parse('v-willow'), staffId: null, showId: SHOW })).me

    expect((await mine())?.code).toBeNull()
    const code = await link(willow)
    expect((await mine())?.code).toBe(code)
  })
}
