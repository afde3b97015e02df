// One address with 400 fresh cookies wants everything while others buy, and 200 viewers of one carrier have an ordinary
// evening; a whole server with shipped limits behind a proxy. Budget: 90 seconds. What it prints stands in loadtest/RESULTS.md.
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import { type OfferId, ShowId } from '@lantern/shared/contract/ids.ts'
import { startWorld, type World } from '@lantern/server/src/testing/world.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { checkLedger } from './records.ts'
import { openBooks } from './storm/books.ts'
import { startScript } from './storm/script.ts'
import { type Bought, buy, comment, joinAll, takeCookie, timesOf, type Visitor } from './storm/visitors.ts'

const SCRIPT = '198.51.100.7'
const CARRIER = '198.51.100.99'
const COOKIES = 400
const ELSEWHERE = 50
const KNOWN = 20
const AUDIENCE = 200
const ALLOTTED = 100
/** A fifth. */
const SHARE = 20
const LINE = 5
/** Of one address, at once and for each further second. */
const COMMENTS = { atOnce: 60, aSecond: 4 }
const LIKES = { atOnce: 600, aSecond: 40 }
/** The first two seconds of a cookie hold nothing. */
const TOKEN_AGE_MS = 2_100
const LOOK_EVERY_MS = 200

let world: World
let staffCookie: string
const open: { close(): void }[] = []

beforeAll(async () => {
  world = await startWorld({ env: { ADDRESS_SHARE: '20', TRUST_PROXY: '1' } })
  const body = JSON.stringify({ name: 'owner', password: 'lantern-demo' })
  const headers = { 'content-type': 'application/json', origin: world.url }
  const answer = await fetch(`${world.url}/api/staff/login`, { method: 'POST', headers, body })
  staffCookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(async () => {
  for (const one of open.splice(0)) one.close()
  await world.close()
})

const upTo = (length: number) => Array.from({ length }, (_, n) => n)
const idsOf = (visitors: readonly Visitor[]) => new Set(visitors.map(({ viewerId }) => viewerId))
const say = (line: string) => void process.stdout.write(`  storm | ${line}\n`)

interface Stage {
  readonly showId: ShowId
  readonly staff: RoomClient
  readonly offers: readonly [OfferId, OfferId, OfferId, OfferId]
  must<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<unknown>
}

/** A show made now: cookies from before have history. */
async function openShow(allotted: number): Promise<Stage> {
  const headers = { 'content-type': 'application/json', origin: world.url, cookie: staffCookie }
  const body = JSON.stringify({ title: { en: 'Storm' }, startsAt: Date.now() })
  const made = await fetch(`${world.url}/api/shows`, { method: 'POST', headers, body })
  const { id: showId } = z.object({ id: ShowId }).parse(await made.json())
  const staff = createRoomClient({ url: world.url, as: 'staff', showId, via: null, headers: { cookie: staffCookie } })
  open.push(staff)
  await expect.poll(() => staff.getView().status, { timeout: 120_000 }).toBe('joined')
  const must: Stage['must'] = async (name, input) => {
    const outcome = await staff.send(name, input)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.code}`)
    return outcome.value
  }
  const [a, b, c, d] = staff.getView().room?.offers.map(({ id }) => id) ?? []
  if (!a || !b || !c || !d) throw new Error('the show has fewer than four offers')
  await must('show:goLive', {})
  for (const offerId of [a, b, c]) await must('offer:change', { offerId, allotted, perViewer: 5 })
  await must('offer:change', { offerId: d, allotted: 0 })
  return { showId, staff, offers: [a, b, c, d], must }
}

/** One after another within the time, each on its own way through the show. */
function arrive<Value>(
  visitors: readonly Visitor[],
  overMs: number,
  act: (visitor: Visitor, nth: number) => Promise<Value>,
) {
  return Promise.all(
    visitors.map(async (visitor, nth) => {
      await pause((overMs / visitors.length) * nth)
      return act(visitor, nth)
    }),
  )
}

/** The most units of one offer that these viewers held at one look. */
function watchHeld(held: () => ReadonlyMap<string, number>) {
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, ...held().values())), LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    return most
  }
}

it('one address with 400 cookies gets its share and no more, while all others buy', async () => {
  const old = await Promise.all(upTo(KNOWN).map(() => takeCookie(world, SCRIPT)))
  const { showId, staff, offers } = await openShow(ALLOTTED)
  const script = await joinAll(
    world,
    upTo(COOKIES).map(() => ({ showId, from: SCRIPT })),
  )
  const known = await joinAll(
    world,
    old.map((cookie) => ({ showId, from: SCRIPT, cookie })),
  )
  const others = await joinAll(
    world,
    upTo(ELSEWHERE).map((n) => ({ showId, from: `203.0.113.${n + 1}` })),
  )
  open.push(...script, ...known, ...others)
  const books = openBooks(world.dataDir, showId)
  open.push(books)
  await pause(TOKEN_AGE_MS)

  const startedAt = Date.now()
  const most = watchHeld(() => books.unitsHeld(idsOf(script)))
  const hoarding = startScript(script, { offers: offers.slice(0, 3), soldOut: offers[3] })
  const honest = [...others, ...known]
  const bought = await arrive(honest, 15_000, async (visitor, nth) => {
    const refused = await comment(visitor, `is it warm? ${nth}`)
    return { refused, ...(await buy(world, visitor, { offerId: offers[nth % 3] ?? offers[0], payMs: 500 })) }
  })
  await hoarding.stop()
  const likes = books.likes()
  const seconds = (Date.now() - startedAt) / 1000
  const written = books.comments(idsOf(script))
  const places = books.places(idsOf(script))
  const mostHeld = most()

  say(
    `${seconds.toFixed(0)} s: ${COOKIES} cookies of one address, ${ELSEWHERE} viewers elsewhere, ${KNOWN} with history beside it`,
  )
  say(`the script asked: ${JSON.stringify(Object.fromEntries([...hoarding.answers].sort()))}`)
  say(
    `it held at most ${mostHeld} of ${ALLOTTED} units, ${places} places in line; ${written.count} comments, ${written.bytes} bytes; ${likes} likes`,
  )
  say(
    `bought: ${books.paid(idsOf(others))} of ${ELSEWHERE} elsewhere, ${books.paid(idsOf(known))} of ${KNOWN} with history`,
  )
  say(
    `honest, ms (median / p99 / longest): hold ${timesOf(honest, 'hold:place')}, comment ${timesOf(honest, 'comment:post')}`,
  )

  expect(mostHeld).toBe(SHARE)
  expect(places).toBe(LINE)
  expect(written.count).toBeLessThanOrEqual(COMMENTS.atOnce + COMMENTS.aSecond * seconds)
  expect(likes).toBeLessThanOrEqual(LIKES.atOnce + LIKES.aSecond * seconds)
  expect(bought.filter(({ refused, refusals }) => refused + refusals.length > 0)).toEqual([])
  // The shop tells of a payment after it has taken it.
  await expect
    .poll(() => [others, known, script].map((of) => books.paid(idsOf(of))), { timeout: 120_000 })
    .toEqual([ELSEWHERE, KNOWN, 0])
  expect(staff.getView().room?.show.crowd).toBe('met')
  expect(await checkLedger(world.dataDir)).toBe('')
})

it('two hundred viewers of one carrier have an ordinary evening', async () => {
  const { showId, offers } = await openShow(2 * AUDIENCE)
  const audience = await joinAll(
    world,
    upTo(AUDIENCE).map(() => ({ showId, from: CARRIER })),
  )
  const books = openBooks(world.dataDir, showId)
  open.push(...audience, books)
  await pause(TOKEN_AGE_MS)

  const most = watchHeld(() => books.unitsHeld(idsOf(audience)))
  const evening = await arrive(audience, 20_000, async (visitor, nth): Promise<Bought & { refused: number }> => {
    const [refused, bought] = await Promise.all([
      comment(visitor, `one for me please ${nth}`),
      buy(world, visitor, { offerId: offers[0], payMs: 4_000 + (nth % 5) * 1_000 }),
      visitor.send('like:send', { count: 10 }),
    ])
    return { ...bought, refused }
  })
  const waits = evening.map(({ waitedMs }) => waitedMs).toSorted((a, b) => a - b)
  const askedAgain = evening.filter(({ refusals }) => refusals.length > 0)

  say(
    `carrier: ${books.paid(idsOf(audience))} of ${AUDIENCE} bought, at most ${most()} held at once; ${books.comments(idsOf(audience)).count} comments, ${books.likes()} likes`,
  )
  say(
    `${askedAgain.length} asked for a hold more than once, the longest wait ${Math.round((waits.at(-1) ?? 0) / 1000)} s; ${evening.filter(({ refused }) => refused > 0).length} comments waited`,
  )
  say(
    `carrier, ms (median / p99 / longest): hold ${timesOf(audience, 'hold:place')}, comment ${timesOf(audience, 'comment:post')}`,
  )

  await expect.poll(() => books.paid(idsOf(audience)), { timeout: 120_000 }).toBe(AUDIENCE)
  expect(books.comments(idsOf(audience)).count).toBe(AUDIENCE)
  expect(evening.flatMap(({ refusals }) => refusals).filter((code) => code !== 'CROWDED_ADDRESS')).toEqual([])
  expect(await checkLedger(world.dataDir)).toBe('')
})
