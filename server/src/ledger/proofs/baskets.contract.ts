// What every database must hold to for one order of several holds: told of each, together, twice, in any order.
import { describe, expect, test } from 'vitest'
import type { ShopFact } from '../ledger.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, cancelled, opened, paid, refunded, SHOW } from './testShop.ts'

export function basketsContract(name: string, makePlace: PlaceMaker): void {
  describe(`one order of several holds, as ${name} is told of it`, () => telling(makePlace))
}

/** Two cups at 2000 and a shirt, of one viewer. */
function telling(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const shop = () => current().shop

  async function holdBoth(): Promise<{ cups: ShopFact; shirt: ShopFact }> {
    const { ledger, offers } = shop()
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    const placed = await ledger.place(aHold('b', 'va', [[offers.small, 1]]))
    if (!placed.ok) throw new Error(placed.code)
    const amountMinor = placed.value.totalMinor
    return { cups: paid('a', 'order-1', { amountMinor: 4000 }), shirt: paid('b', 'order-1', { amountMinor }) }
  }

  const report = (...facts: readonly ShopFact[]) => Promise.all(facts.map((fact) => shop().ledger.report(fact)))

  async function orders(): Promise<string[]> {
    const room = await shop().store.readRoom(SHOW)
    return (room?.desk.orders ?? []).map((one) => `${one.holdId} ${one.orderId} ${one.state} ${one.matter}`).sort()
  }

  test('both pay in one batch, twice is once, and nothing is left over', async () => {
    const { cups, shirt } = await holdBoth()

    await report(cups, shirt, shirt, cups)
    await report(shirt, cups)

    expect(await orders()).toEqual(['a order-1 paid null', 'b order-1 paid null'])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ taken: 2, paid: 2 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('one of them goes back, the other stays paid', async () => {
    const { cups, shirt } = await holdBoth()

    await report(refunded('a', 'order-1'), shirt)
    await report(cups)

    expect(await orders()).toEqual(['a order-1 refunded null', 'b order-1 paid null'])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ free: 10, taken: 0 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('the order is cancelled for both, in either order and told again', async () => {
    const { cups, shirt } = await holdBoth()

    await report(cancelled('b', 'order-1'), cups)
    await report(shirt, cancelled('a', 'order-1'))
    await report(cancelled('a', 'order-1'), cancelled('b', 'order-1'))

    expect(await orders()).toEqual(['a order-1 cancelled cancelled', 'b order-1 cancelled cancelled'])
    expect(await shop().ledger.check()).toEqual([])
  })

  test('one that was paid alone before has a second payment, the other does not', async () => {
    const { cups, shirt } = await holdBoth()

    await report(opened('a'), opened('b'))
    await report(paid('a', 'alone', { amountMinor: 4000 }), cups, shirt)

    expect((await orders()).filter((one) => one.includes('second_payment'))).toHaveLength(1)
    expect((await orders()).filter((one) => one.startsWith('b'))).toEqual(['b order-1 paid null'])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ taken: 2, paid: 2 })
    expect(await shop().ledger.check()).toEqual([])
  })
}
