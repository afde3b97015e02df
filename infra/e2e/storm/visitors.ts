// Viewers of the storm: a cookie as the first page gives it, an address as a proxy in front tells it, and a socket.
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import { CommentId, HoldId, OfferId, type ShowId } from '@lantern/shared/contract/ids.ts'
import { createId } from '@lantern/shared/client/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { connectSocket } from '@lantern/server/src/testing/testClient.ts'
import type { World } from '@lantern/server/src/testing/world.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

export interface Visitor {
  readonly viewerId: string
  readonly cookie: string
  /** As they were when it came. */
  readonly offers: readonly { readonly id: OfferId; readonly productId: string }[]
  /** Ms that each answer took, with the command's name. */
  readonly answered: readonly (readonly [CommandName, number])[]
  send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Outcome<unknown>>
  close(): void
}

const PATIENCE_MS = 30_000
const Joined = z.object({
  snapshot: z.object({
    self: z.object({ viewerId: z.string() }),
    room: z.object({ offers: z.array(z.object({ id: OfferId, productId: z.string() })) }),
  }),
})
const Paid = z.object({ orderId: z.string() })
/** More than anything costs here. */
const SEEN = 100_000_000

export async function takeCookie({ url }: World, from: string): Promise<string> {
  const page = await fetch(`${url}/s/autumn`, { headers: { 'x-forwarded-for': from } })
  await page.arrayBuffer()
  return page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

interface Coming {
  readonly showId: ShowId
  readonly from: string
  /** Else a new one is taken. */
  readonly cookie?: string
}

export async function join(world: World, { showId, from, ...coming }: Coming): Promise<Visitor> {
  const cookie = coming.cookie ?? (await takeCookie(world, from))
  const socket = await connectSocket({ url: world.url, cookie, as: 'viewer', from })
  const answered: [CommandName, number][] = []
  const send = async (name: CommandName, input: unknown): Promise<Outcome<unknown>> => {
    const startedAt = performance.now()
    const outcome: Outcome<unknown> = await socket.timeout(PATIENCE_MS).emitWithAck(name, input)
    answered.push([name, performance.now() - startedAt])
    return outcome
  }
  const joined = await send('show:join', { showId, via: null })
  if (!joined.ok) throw new Error(`join refused: ${joined.code}`)
  const { self, room } = Joined.parse(joined.value).snapshot
  return { viewerId: self.viewerId, offers: room.offers, cookie, answered, send, close: () => void socket.close() }
}

/** So many at a time: a storm of joins is another test. */
export async function joinAll(world: World, comings: readonly Coming[]): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (let at = 0; at < comings.length; at += 40) {
    visitors.push(...(await Promise.all(comings.slice(at, at + 40).map((coming) => join(world, coming)))))
  }
  return visitors
}

export const holdOf = (offerId: OfferId, quantity: number) => ({
  holdId: HoldId.parse(createId()),
  lines: [{ offerId, quantity, priceMinor: SEEN }],
})

export interface Bought {
  readonly refusals: readonly string[]
  readonly waitedMs: number
}

interface Wish {
  readonly offerId: OfferId
  /** How long the buyer is at the shop. */
  readonly payMs: number
}

/** Asks until one unit is held, as often as it is told that this may help, and pays it at the shop. */
export async function buy(world: World, visitor: Visitor, { offerId, payMs }: Wish): Promise<Bought> {
  const startedAt = performance.now()
  const refusals: string[] = []
  for (;;) {
    const hold = holdOf(offerId, 1)
    const outcome = await visitor.send('hold:place', hold)
    if (outcome.ok) {
      const waitedMs = performance.now() - startedAt
      await pause(payMs)
      await pay(world, visitor, hold.holdId)
      return { refusals, waitedMs }
    }
    refusals.push(outcome.code)
    if (!outcome.retryable) throw new Error(`a buyer was refused for good: ${outcome.code}`)
    await pause(outcome.retryAfterMs ?? 1000)
  }
}

async function pay(world: World, { cookie }: Visitor, holdId: string): Promise<void> {
  const handoff = await fetch(`${world.url}/c/${holdId}`, { headers: { cookie }, redirect: 'manual' })
  const token = new URL(handoff.headers.get('location') ?? '', world.url).searchParams.get('token')
  if (handoff.status !== 303 || token === null) throw new Error(`no hand-off for ${holdId}: ${handoff.status}`)
  const answer = await fetch(`${world.shopUrl}/api/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw new Error(`the shop refused ${holdId}: ${answer.status} ${await answer.text()}`)
  Paid.parse(await answer.json())
}

/** Sent again after the time that a refusal names; answers how often it was refused. */
export async function comment(visitor: Visitor, text: string): Promise<number> {
  for (let refused = 0; ; refused++) {
    const outcome = await visitor.send('comment:post', { commentId: commentId(), text })
    if (outcome.ok) return refused
    if (!outcome.retryable) throw new Error(`a comment was refused for good: ${outcome.code}`)
    await pause(outcome.retryAfterMs ?? 1000)
  }
}

export const commentId = () => CommentId.parse(createId())

/** Of the answers to a command: half, 99 of 100, the longest, in ms. */
export function timesOf(visitors: readonly Visitor[], name: CommandName): string {
  const all = visitors.flatMap(({ answered }) => answered.filter(([of]) => of === name).map(([, ms]) => ms))
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return `${at(0.5)} / ${at(0.99)} / ${at(1)}`
}
