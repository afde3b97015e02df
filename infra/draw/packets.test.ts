// Red packets of the ledger's own, published, and computed again by the page that anyone opens and by two programs that import nothing of ours.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type PacketProof, PublishedPacket } from '@lantern/shared/contract/published.ts'
import { amountsOf } from '@lantern/server/src/features/redPacket/amounts.ts'
import { commitmentOf, receiptOf } from '@lantern/server/src/activities/seals/hashes.ts'
import { sqlitePlaces } from '@lantern/server/src/ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF, type TestShop } from '@lantern/server/src/ledger/proofs/testShop.ts'
import { servePublished } from '@lantern/server/src/testing/servePublished.ts'
import { createRandom } from '@lantern/server/src/testing/fuzz/random.ts'
import { checkPacket } from '../../viewer/src/check/checkPacket.ts'
import { checkPacket as computed, tellPacket, toPacket } from './verifyPacket.mjs'
import { afterEach, beforeEach, expect, test } from 'vitest'

const PACKET = ActivityId.parse('packet-1')
const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve']
const SUM = { how: 'lucky', places: 8, totalMinor: 1000, leastMinor: 20 } as const
let place: Awaited<ReturnType<typeof sqlitePlaces>>
let shop: TestShop

beforeEach(async () => {
  place = await sqlitePlaces()
  shop = await openShop(place)
})
afterEach(async () => {
  await shop.close()
  await place.drop()
})

async function make(config: object = {}, start: 'draft' | 'open' = 'open') {
  const terms = { greeting: 'For you', currency: 'USD', fromMinor: 0, productIds: null, until: 4_000_000_000_000 }
  const life = { showId: SHOW, activityId: PACKET, opensAt: null, lengthMs: 60_000, conditions: [], by: STAFF }
  const made = await shop.ledger.makeActivity({
    ...life,
    kind: 'redPacket',
    start,
    config: { ...terms, ...SUM, ...config },
  })
  if (!made.ok) throw new Error(made.code)
}

function tap(name: string) {
  const who = { viewerId: ViewerId.parse(name), viewerName: `${name} Smith`, via: null, watching: null }
  const what = { kind: 'redPacket', activityId: PACKET, entry: null, requestId: randomUUID() }
  return shop.ledger.enter({ showId: SHOW, ...who, ...what })
}

async function read(viewer: string | null = null): Promise<PublishedPacket> {
  return PublishedPacket.parse(
    await shop.store.readPublishedPacket(PACKET, viewer === null ? null : ViewerId.parse(viewer)),
  )
}

async function over(config: object = {}): Promise<PublishedPacket> {
  await make(config)
  for (const name of NAMES) await tap(name)
  shop.clock.advance(60_000)
  await shop.ledger.sweep(10)
  return read()
}

const PROGRAMS = [
  [process.execPath, join(import.meta.dirname, 'verify.mjs'), '-'],
  [process.execPath, join(import.meta.dirname, 'verifyPacket.mjs'), '-'],
  ['python3', join(import.meta.dirname, 'verify.py'), '-'],
] as const

function run([program, ...args]: (typeof PROGRAMS)[number], input: string) {
  const { status, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8' })
  if (error !== undefined) throw new Error(`${program} cannot be run on this machine: ${error.message}`)
  return { status, lines: stdout.trimEnd().split('\n') }
}

/** The exit code of each, in their order. */
const programs = (published: object) => PROGRAMS.map((program) => run(program, JSON.stringify(published)).status)

const page = async (proof: PacketProof) =>
  Object.fromEntries((await checkPacket(proof)).map(({ name, isRight }) => [name, isRight]))
const FITS = { seed: true, chain: true, amounts: true, sum: true }

test.each([{}, { how: 'fixed', totalMinor: 800, leastMinor: 1 }, { places: 1 }])(
  'a packet that is over is computed again by the page and by each program: %o',
  async (config) => {
    const published = await over(config)

    expect(await page(published.proof)).toEqual(FITS)
    expect(programs(published)).toEqual([0, 0, 0])
    expect(JSON.stringify(published.proof)).not.toMatch(/Smith|ann/)
  },
)

test('while people tap neither seed nor amounts are told, and each finds their own place alone', async () => {
  await make()
  await tap('ann')

  const { proof, own } = await read('ann')

  expect([proof.seal.seed, proof.amounts, proof.entries, proof.count]).toEqual([null, [], [], 1])
  expect(own?.no).toBe(1)
  expect((await read('bob')).own).toBeNull()
  expect(programs({ proof })).toEqual([2, 2, 2])
})

test('whoever is erased leaves it valid, and is not in it', async () => {
  const before = await over()
  await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('bob'), by: STAFF })

  const after = await read('bob')

  expect(after).toEqual(before)
  expect(programs(after)).toEqual([0, 0, 0])
})

test('a cancelled one stays published with its seed: what was given can be computed', async () => {
  await make()
  await tap('ann')
  const [packet] = (await shop.store.readRoom(SHOW))?.desk.redPackets ?? []
  await shop.ledger.moveActivity({
    showId: SHOW,
    activityId: PACKET,
    act: 'cancel',
    revision: packet?.revision ?? 0,
    by: STAFF,
  })

  const { proof } = await read()

  expect([proof.state, proof.amounts.length]).toEqual(['cancelled', 1])
  expect(programs({ proof })).toEqual([0, 0, 0])
})

test('it is served where the card leads to, and what is not there is not found', async () => {
  const published = await over()
  const served = await servePublished({ store: shop.store })

  const answer = await fetch(`${served.url}/v/${PACKET}.json`)
  const nothing = await fetch(`${served.url}/v/nothing.json`)

  expect(await answer.json()).toEqual(published)
  expect(nothing.status).toBe(404)
  await served.close()
})

test('a draft is published to nobody', async () => {
  await make({}, 'draft')

  expect(await shop.store.readPublishedPacket(PACKET, null)).toBeNull()
})

type Change = (proof: PacketProof) => PacketProof
const ZERO = '0'.repeat(64)
const CHANGES: [string, Change][] = [
  ['another seed', (proof) => ({ ...proof, seal: { ...proof.seal, seed: ZERO } })],
  ['another promise', (proof) => ({ ...proof, seal: { ...proof.seal, commitment: ZERO } })],
  ['another head', (proof) => ({ ...proof, seal: { ...proof.seal, head: ZERO } })],
  ['an entry taken out', (proof) => ({ ...proof, entries: proof.entries.slice(1) })],
  [
    'an entry and its amount taken out',
    (proof) => ({
      ...proof,
      entries: proof.entries.slice(0, -1),
      amounts: proof.amounts.slice(0, -1),
      count: proof.count - 1,
    }),
  ],
  ['entries in another order', (proof) => ({ ...proof, entries: proof.entries.toReversed() })],
  ['an entry twice', (proof) => ({ ...proof, entries: proof.entries.map(() => proof.entries[0] ?? '') })],
  [
    'one unit more for somebody',
    (proof) => ({ ...proof, amounts: proof.amounts.map((one, nth) => (nth === 2 ? one + 1 : one)) }),
  ],
  ['amounts in another order', (proof) => ({ ...proof, amounts: proof.amounts.toReversed() })],
  ['another total', (proof) => ({ ...proof, totalMinor: proof.totalMinor + 1 })],
  ['fewer places', (proof) => ({ ...proof, places: 3 })],
  // Dealt out all the same, these would never end.
  ['a total below the least', (proof) => ({ ...proof, totalMinor: proof.places * proof.leastMinor - 1 })],
  ['a total beyond all numbers', (proof) => ({ ...proof, totalMinor: 2 ** 50 })],
]

test.each(CHANGES)('%s is caught by the page and by the program for packets', async (_what, change) => {
  const proof = change((await over()).proof)

  expect(Object.values(await page(proof))).toContain(false)
  expect(tellPacket({ proof }, () => {})).toBe(1)
})

test('of a list of packets each program says which were changed', async () => {
  const { proof } = await over()
  const proofs = [proof, ...CHANGES.map(([, change]) => change(proof)), proof]
  const expected = proofs.map((one) => `packet ${PACKET} ${one === proof ? 'right' : 'wrong'}`)
  const list = proofs.map((one) => JSON.stringify(one)).join('\n')

  for (const program of [PROGRAMS[0], PROGRAMS[2]]) {
    const { status, lines } = run(program, list)
    expect(lines.filter((line) => /^packet .* (right|wrong)$/.test(line))).toEqual(expected)
    expect(status).toBe(1)
  }
  expect(programs({ proof: proofs[1] })).toEqual([1, 1, 1])
})

const hexOf = (random: ReturnType<typeof createRandom>, bytes: number) =>
  Array.from({ length: bytes }, () => random.int(0, 255).toString(16).padStart(2, '0')).join('')

test('of 300 packets of every size the page, the program and the ledger say the same, to the last unit', async () => {
  for (let no = 1; no <= 300; no++) {
    const random = createRandom(no)
    const [seed, places] = [hexOf(random, 32), random.int(1, 200)]
    const leastMinor = random.int(1, 50)
    const lucky = {
      how: 'lucky',
      places,
      leastMinor,
      totalMinor: places * leastMinor + random.int(0, 1_000_000),
    } as const
    const fixed = { how: 'fixed', places, leastMinor: 1, totalMinor: places * random.int(1, 1000) } as const
    const sum = random.chance(0.8) ? lucky : fixed
    const count = random.int(0, places)
    const entries = Array.from({ length: count }, () => hexOf(random, 16))
    const commitment = commitmentOf(seed)
    const proof: PacketProof = {
      format: 'lantern-packet-1',
      activityId: PACKET,
      state: 'settled',
      title: null,
      ...sum,
      currency: 'USD',
      openedAt: 1,
      closedAt: 2,
      seal: { commitment, seed, head: entries.reduce(receiptOf, commitment) },
      count,
      entries,
      amounts: amountsOf(seed, sum).slice(0, count),
    }
    expect(await page(proof)).toEqual(FITS)
    expect(computed(toPacket(proof)).filter(({ isRight }) => isRight === false)).toEqual([])
  }
})
