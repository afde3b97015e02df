// What every database must hold to for what is made of the log: made anew it is the same, whatever happens meanwhile.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { SUBSCRIPTIONS } from '../../app/jobs/subscribed.ts'
import { refunded } from '../../ledger/proofs/testShop.ts'
import { type Shop, shopOf } from '../../testing/commissionShop.ts'
import { readOrderRows } from './reads.ts'
import { COMMISSION } from './subscription.ts'

export function making(current: Shop): void {
  const { rules, join, link, click, hold, pay, report, follow, prove, rebuild, run } = shopOf(current)
  const all = async () => {
    const found = ['h1', 'h2', 'h3', 'h4'].map((id) => run(readOrderRows, { holdId: HoldId.parse(id) }))
    return (await Promise.all(found)).flat()
  }

  async function anEvening(): Promise<void> {
    await rules()
    const willow = await link(await join('willow'))
    await click('river', willow)
    const river = await link(await join('river'))
    const { cup, small, large } = current().shop.offers
    for (const nth of [1, 2, 3, 4]) {
      await hold(`h${nth}`, `buyer${nth}`, {
        via: nth % 2 === 0 ? willow : river,
        lines: [
          [cup, 1],
          [small, 1],
          [large, 1],
        ],
      })
      await pay(`h${nth}`, 6000 - nth * 111)
      current().shop.clock.advance(1000)
    }
    await report(refunded('h2', 'order-h2', 333))
    await report(refunded('h3', 'order-h3'))
  }

  test('made anew it is the same, at once, and taken in other pieces', async () => {
    await anEvening()
    await follow()
    const before = await all()

    expect(await rebuild()).toBe(0)
    expect(await all()).toEqual(before)
    await run(SUBSCRIPTIONS.beginRebuild, { name: COMMISSION.name })
    await run(SUBSCRIPTIONS.take, { name: COMMISSION.name, limit: 2 })
    await run(SUBSCRIPTIONS.beginRebuild, { name: COMMISSION.name })
    await follow(1)
    expect(await all()).toEqual(before)
    expect(before.length).toBeGreaterThan(20)
    expect(await prove()).toMatchObject({ wrong: [], counted: { rows: before.length, orders: 4 } })
  })

  test('also after the facts it was made of were thrown away', async () => {
    await anEvening()
    await follow()
    const before = await all()
    for (const name of ['webhooks', COMMISSION.name]) await run(SUBSCRIPTIONS.take, { name, limit: 1000 })
    current().shop.clock.advance(1000)
    while ((await run(SUBSCRIPTIONS.forget, { before: current().shop.clock.now(), limit: 7 })) > 0);

    expect(await rebuild()).toBe(0)
    expect(await all()).toEqual(before)
    expect(await prove()).toMatchObject({ wrong: [], counted: { rows: before.length } })
  })

  test('the proof says what it has not seen yet, and looks at nothing where there is nothing', async () => {
    expect(await prove()).toEqual({ counted: { facts: 0, orders: 0, rows: 0 }, wrong: [], behind: 0 })
    await anEvening()
    expect(await prove()).toMatchObject({ behind: 2, wrong: [] })
  })
}
