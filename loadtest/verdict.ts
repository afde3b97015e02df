// Compares what buyers and shop were told with what is on record: I1 to I4, and that exactly the units were sold.
import type { World } from '@lantern/server/src/testing/world.ts'
import { z } from 'zod'
import type { PaidOrder } from './pay.ts'
import type { Check, SpikePlan, Verdict } from './plan.ts'
import { type Records, readRecords } from './records.ts'
import type { SpikeRun } from './runK6.ts'

const ShopOrders = z.array(z.object({ orderId: z.string(), holdId: z.string() }))

interface Evidence {
  readonly world: World
  readonly run: SpikeRun
  readonly orders: readonly PaidOrder[]
  readonly plan: SpikePlan
}

/** Reads the database and the shop once everything has come to rest. */
export async function judgeSpike({ world, run, orders, plan }: Evidence): Promise<Verdict> {
  const records = readRecords(world.dataDir)
  const shop = ShopOrders.parse(await (await fetch(`${world.shopUrl}/api/orders`)).json())
  const checks = [...spikeChecks(run, plan), ...ledgerChecks(records, run, plan), ...orderChecks(records, orders, shop)]
  return { checks, pass: checks.every((check) => check.ok) }
}

function spikeChecks(run: SpikeRun, plan: SpikePlan): Check[] {
  const answered = run.granted.length + Object.values(run.refused).reduce((sum, count) => sum + count, 0)
  const others = Object.keys(run.refused).filter((code) => code !== 'SOLD_OUT' && code !== 'PRICE_ROSE')
  return [
    { what: `${run.joined} of ${plan.buyers} buyers had joined`, ok: run.joined === plan.buyers },
    {
      what: `${answered} of ${plan.buyers} holds were answered, ${run.lost.length} sockets lost`,
      ok: answered === plan.buyers && run.lost.length === 0,
    },
    { what: `exactly ${plan.units} holds granted: ${run.granted.length}`, ok: run.granted.length === plan.units },
    {
      what: `nothing refused but for sold out, or sold out at the sale’s price: ${JSON.stringify(run.refused)}`,
      ok: others.length === 0,
    },
  ]
}

function ledgerChecks(records: Records, run: SpikeRun, plan: SpikePlan): Check[] {
  const acknowledged = run.granted.filter(({ holdId }) => records.holds.has(holdId))
  const broken = records.pools.filter(
    (pool) => pool.free + pool.taken !== pool.allotted || pool.taken !== pool.takenByHolds,
  )
  const oversold = records.pools.filter((pool) => pool.paid > pool.allotted || pool.paid !== pool.paidByHolds)
  return [
    {
      what: `I1 free + taken = allotted in ${records.pools.length} pools`,
      ok: records.pools.length > 0 && broken.length === 0,
    },
    { what: `I2 paid <= allotted in each`, ok: oversold.length === 0 },
    {
      what: `I3 ${acknowledged.length} of ${run.granted.length} acknowledged holds are on record`,
      ok: acknowledged.length === run.granted.length,
    },
    {
      what: `no hold on record that nobody was promised: ${records.holds.size}`,
      ok: records.holds.size === run.granted.length && records.holds.size === plan.units,
    },
  ]
}

function orderChecks(records: Records, orders: readonly PaidOrder[], shop: z.infer<typeof ShopOrders>): Check[] {
  const same = orders.filter(({ holdId, orderId }) => records.orders.get(holdId)?.join() === orderId)
  const inShop = orders.filter(({ holdId, orderId }) =>
    shop.some((one) => one.holdId === holdId && one.orderId === orderId),
  )
  const paid = [...records.holds.values()].filter((state) => state === 'paid').length
  return [
    {
      what: `I3 ${same.length} of ${orders.length} paid orders are on record, each with the shop's number`,
      ok: same.length === orders.length,
    },
    {
      what: `I4 one shop order for each of ${paid} paid holds`,
      ok: paid === orders.length && inShop.length === shop.length && shop.length === paid,
    },
  ]
}
