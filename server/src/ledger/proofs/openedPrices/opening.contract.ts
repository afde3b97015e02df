// What keeps a step price from being shown, on every database: another one of its product, and a shop that cannot be told a price.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { MoveActivity } from '../../../activities/activities.ts'
import type { withShop } from '../ledger.contract.ts'
import { SHIRT, openShop, SHOW, STAFF } from '../testShop.ts'
import { aStepPrice, room } from './stepShow.ts'

export function opening(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const make = (name: string, more: Parameters<typeof aStepPrice>[0] = {}) =>
    shop().ledger.makeActivity(aStepPrice({ activityId: ActivityId.parse(name), start: 'draft', ...more }))
  const stateOf = async (name: string) => (await room(shop())).desk.stepPrices.find(({ id }) => id === name)?.state
  async function move(name: string, act: MoveActivity['act'], more: Partial<MoveActivity> = {}) {
    const activityId = ActivityId.parse(name)
    const revision = (await room(shop())).desk.stepPrices.find(({ id }) => id === name)?.revision ?? 0
    return shop().ledger.moveActivity({ showId: SHOW, activityId, act, revision, by: STAFF, ...more })
  }

  test('of two drafts of one product the second waits until the first is over', async () => {
    for (const name of ['one', 'two']) await make(name)
    await move('one', 'open')

    expect(await move('two', 'open')).toMatchObject({ code: 'STEP_PRICE_RUNNING' })
    expect(await move('two', 'announce')).toMatchObject({ code: 'STEP_PRICE_RUNNING' })
    expect(await stateOf('two')).toBe('draft')

    await move('one', 'close')
    expect(await move('two', 'open')).toMatchObject({ ok: true })
  })

  test('of two that are opened in the same moment one is, by whichever process', async () => {
    for (const name of ['one', 'two']) await make(name)
    const other = await openShop(current().place)
    const opened = [move('one', 'open'), move('two', 'open')]
    expect((await Promise.all(opened)).filter(({ ok }) => ok)).toHaveLength(1)
    await other.close()
  })

  test('one that is made beside another that runs is kept', async () => {
    const made = [make('one', { start: 'open' }), make('two', { start: 'open' })]
    expect(await Promise.all(made)).toMatchObject([{ value: { state: 'open' } }, { value: { state: 'draft' } }])
  })

  test('what was announced opens, and keeps another one back', async () => {
    for (const name of ['one', 'two']) await make(name)
    await move('one', 'announce')
    expect(await move('two', 'open')).toMatchObject({ code: 'STEP_PRICE_RUNNING' })
    expect(await move('one', 'open')).toMatchObject({ value: { state: 'open' } })
  })

  test('of two that open by themselves at once the second waits until the first is over', async () => {
    const waitsFor = { is: 'time', at: shop().clock.now() + 1000 } as const
    for (const name of ['one', 'two']) await make(name, { waitsFor })
    shop().clock.advance(1000)
    await shop().ledger.sweep(10)
    await shop().ledger.sweep(10)
    expect([await stateOf('one'), await stateOf('two')].toSorted()).toEqual(['draft', 'open'])

    await move((await stateOf('one')) === 'open' ? 'one' : 'two', 'close')
    await shop().ledger.sweep(10)
    expect([await stateOf('one'), await stateOf('two')].toSorted()).toEqual(['open', 'settled'])
  })

  test('what would open by itself waits while the shop cannot be told a price', async () => {
    let carries = false
    const { clock } = shop()
    const other = await openShop(current().place, { clock, carriesPriceNow: () => carries })
    await make('one', { waitsFor: { is: 'time', at: clock.now() + 1000 } })
    clock.advance(1000)
    await other.ledger.sweep(10)
    expect(await stateOf('one')).toBe('draft')

    carries = true
    await other.ledger.sweep(10)
    expect(await stateOf('one')).toBe('open')
    await other.close()
  })

  test('two products have one each', async () => {
    const config = { productId: SHIRT, steps: [{ buyers: 2, priceMinor: 900 }] }
    await make('one', { start: 'open' })
    expect(await make('two', { start: 'open', config })).toMatchObject({ value: { state: 'open' } })
  })

  test('a draft is not opened at a shop that cannot be told a price any more', async () => {
    await make('one')
    expect(await move('one', 'open', { carriesPrice: false })).toMatchObject({ code: 'PRICE_NOT_CARRIED' })
    expect(await move('one', 'announce', { carriesPrice: false })).toMatchObject({ code: 'PRICE_NOT_CARRIED' })
    expect(await move('one', 'open', { carriesPrice: true })).toMatchObject({ ok: true })
  })
}
