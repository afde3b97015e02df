// Winners go to the checkout as their phones would, and pay at the demo shop.
import type { World } from '@lantern/server/src/testing/world.ts'
import { z } from 'zod'
import type { Winner } from './runK6.ts'

const Paid = z.object({ orderId: z.string(), amountMinor: z.number() })

export interface PaidOrder {
  readonly holdId: string
  readonly orderId: string
}

/** All at once, as it is after a spike; throws when the studio or the shop refuses one. */
export function payWinners(world: World, winners: readonly Winner[]): Promise<PaidOrder[]> {
  return Promise.all(winners.map((winner) => pay(world, winner)))
}

async function pay(world: World, { holdId, cookie }: Winner): Promise<PaidOrder> {
  const handoff = await fetch(`${world.url}/c/${holdId}`, { headers: { cookie }, redirect: 'manual' })
  const token = new URL(handoff.headers.get('location') ?? '', world.url).searchParams.get('token')
  if (handoff.status !== 303 || token === null) throw new Error(`no hand-off for ${holdId}: ${handoff.status}`)
  const answer = await fetch(`${world.shopUrl}/api/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw new Error(`the shop refused ${holdId}: ${answer.status} ${await answer.text()}`)
  return { holdId, orderId: Paid.parse(await answer.json()).orderId }
}
