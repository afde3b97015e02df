// Several holds in one cart of a real Medusa: each at its own price, paid together, one of them given back in part.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { toBasket } from '@lantern/server/src/domain/basket.ts'
import { capture, completeCart } from './buyer.ts'
import { cartOf, type Driven, holdOf, itemOf, value, VISIT } from './driven.ts'
import { PRICE } from './fill.ts'
import { refundState } from './staff.ts'

/** One look at the orders serves whoever asks within five seconds. */
const LOOK_MS = 6000
const LIST_MINOR = PRICE * 100

export async function driveBaskets({ adapter, owner, store }: Driven): Promise<void> {
  const { products } = value('the catalogue is read', await adapter.readCatalogue())
  const variants = products.flatMap((product) => product.variants)
  const held = (sku: string, live: number, quantity: number) => {
    const externalId = variants.find((variant) => variant.sku === sku)?.externalId ?? ''
    return holdOf('CNY', [itemOf({ sku, externalId, list: LIST_MINOR, live, quantity })])
  }
  // The last one is of the same shirt as the first, at the shop's own price.
  const holds = [held('SHIRT-M', 9900, 1), held('SHIRT-S', 14_900, 2), held('SHIRT-M', LIST_MINOR, 1)] as const
  const [first, second, third] = holds
  const handedAt = Date.now() - LOOK_MS
  const way = value('one cart of three holds', await adapter.buildHandoff(toBasket(first, [second, third]), VISIT))
  assert.equal(way.quotedMinor, 9900 + 2 * 14_900 + LIST_MINOR)
  const order = await completeCart(store, cartOf(way.href))
  assert.equal(order.total * 100, way.quotedMinor)
  const told = async () => {
    await pause(LOOK_MS)
    return Promise.all(
      holds.map(async ({ id: holdId }) => {
        const facts = value('asked for the order of one', await adapter.readOrder({ holdId, handedAt }))
        return facts.map((fact) => [fact.type, 'amountMinor' in fact ? fact.amountMinor : undefined])
      }),
    )
  }
  assert.deepEqual(
    (await told()).map((facts) => facts.map(([type]) => type)),
    [['order.authorised'], ['order.authorised'], ['order.authorised']],
  )
  await capture(owner, order.id)
  const paid = [9900, 29_800, LIST_MINOR].map((amount) => [['order.paid', amount]])
  assert.deepEqual(await told(), paid)
  const keep = { orderId: OrderId.parse(order.id), holdId: second.id, restock: false, keepMinor: 14_900 }
  for (const time of ['once', 'twice'])
    value(`of the second one shirt is given back, ${time}`, await adapter.refundTo(keep))
  assert.equal((await refundState(owner, order.id)).back, 149)
  const [one = [], , three = []] = paid
  assert.deepEqual(await told(), [one, [...(paid[1] ?? []), ['order.refunded', 14_900]], three])
  for (const { id: holdId } of holds)
    value('all of it is given back', await adapter.refundTo({ ...keep, holdId, restock: true, keepMinor: 0 }))
  assert.equal((await refundState(owner, order.id)).back, order.total)
}
