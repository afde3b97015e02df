// A draw of the ledger's own, published, and computed again by the code of the page that anyone opens.
import { Published } from '@lantern/shared/contract/published.ts'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type PlaceMaker, sqlitePlaces } from '@lantern/server/src/ledger/proofs/ledger.contract.ts'
import { type DatabasePlace, STAFF, SHOW } from '@lantern/server/src/ledger/proofs/testShop.ts'
import {
  aDraw,
  closeByClock,
  DRAW,
  type DrawShow,
  enter,
  HOUR_MS,
  openDrawShow,
  readDraw,
  settle,
} from '@lantern/server/src/testing/drawShow.ts'
import { postgresPlaces } from '@lantern/server/src/testing/postgresPlaces.ts'
import { servePublished } from '@lantern/server/src/testing/servePublished.ts'
import { checkProof, type Step } from '../../viewer/src/check/checkProof.ts'
import { rowsOf } from '../../viewer/src/check/rows.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay']
const PLACES: readonly (readonly [string, PlaceMaker])[] = [
  ['SQLite', sqlitePlaces],
  ['PostgreSQL', postgresPlaces()],
]
let place: DatabasePlace
let shop: DrawShow

async function open(makePlace: PlaceMaker) {
  place = await makePlace()
  shop = await openDrawShow(place)
  await shop.ledger.makeActivity(aDraw())
}

async function read(viewer: string | null = null) {
  const served = await servePublished({
    store: shop.store,
    viewerOf: () => (viewer === null ? null : ViewerId.parse(viewer)),
  })
  const answer = await fetch(`${served.url}/v/${DRAW}.json`)
  const text = await answer.text()
  await served.close()
  return Published.parse(JSON.parse(text))
}

async function drawn() {
  for (const name of NAMES) await enter(shop, name)
  await closeByClock(shop)
  await settle(shop)
  return read()
}

async function check(proof: Published['proof']): Promise<Readonly<Record<string, boolean>>> {
  const steps: Step[] = []
  for await (const step of checkProof(proof)) steps.push(step)
  return Object.fromEntries(steps.map(({ name, isRight }) => [name, isRight]))
}

const FITS = { seed: true, chain: true, random: true, after: true, order: true }

describe.each(PLACES)('on %s', (_name, makePlace) => {
  beforeEach(() => open(makePlace))
  afterEach(async () => {
    await shop.close()
    await place.drop()
  })

  test('what is drawn is computed again from what is published, and names winners alone', async () => {
    const { proof, names, shopName } = await drawn()

    expect(await check(proof)).toEqual(FITS)
    expect(proof.count).toBe(NAMES.length)
    expect(Object.keys(names).sort()).toEqual([...(proof.drawn?.winners ?? [])].sort())
    expect(JSON.stringify(proof)).not.toMatch(/ann|bob/)
    expect(shopName).not.toBe('')
  })

  test('while people enter neither seed nor entries are told, and each finds their own alone', async () => {
    await enter(shop, 'ann')

    const { proof, own } = await read('ann')

    expect(proof.seal.seed).toBeNull()
    expect(proof.entries).toEqual([])
    expect(proof.drawn).toBeNull()
    expect(own?.no).toBe(1)
    expect((await read('bob')).own).toBeNull()
  })

  test('what somebody did not claim goes to the next in order, and that is computed, too', async () => {
    await drawn()
    shop.clock.advance(HOUR_MS)
    await settle(shop)

    const { proof } = await read()

    expect(proof.drawn?.redraws).toHaveLength(2)
    expect(await check(proof)).toEqual({ ...FITS, redraws: true })
    expect(rowsOf(proof).map(({ place, isLost }) => [place, isLost])).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [2, false],
    ])
  })

  test.each<[string, string, (proof: Published['proof']) => Published['proof']]>([
    ['another seed', 'seed', (proof) => ({ ...proof, seal: { ...proof.seal, seed: '0'.repeat(64) } })],
    ['an entry that is taken away', 'chain', (proof) => ({ ...proof, entries: proof.entries.slice(1) })],
    ['another order of entries', 'chain', (proof) => ({ ...proof, entries: proof.entries.toReversed() })],
    ['another number', 'random', (proof) => ({ ...proof, seal: { ...proof.seal, randomness: '0'.repeat(64) } })],
    ['an earlier round', 'after', (proof) => ({ ...proof, seal: { ...proof.seal, round: 1 } })],
    [
      'another order of winners',
      'order',
      (proof) => ({ ...proof, drawn: proof.drawn && { ...proof.drawn, winners: proof.drawn.winners.toReversed() } }),
    ],
  ])('%s is seen', async (_what, step, change) => {
    const { proof } = await drawn()

    expect((await check(change(proof)))[step]).toBe(false)
  })

  test('a cancelled draw stays published; what nobody was shown is not there', async () => {
    await enter(shop, 'ann')
    const { revision } = await readDraw(shop)
    await shop.ledger.moveActivity({ showId: SHOW, activityId: DRAW, act: 'cancel', revision, by: STAFF })
    await shop.ledger.makeActivity(aDraw({}, { activityId: ActivityId.parse('kept'), start: 'draft' }))

    const { proof } = await read()

    expect(proof).toMatchObject({ state: 'cancelled', count: 1, drawn: null })
    expect(proof.entries).toHaveLength(1)
    expect(await shop.store.readPublished(ActivityId.parse('kept'), null)).toBeNull()
    expect(await shop.store.readPublished(ActivityId.parse('nowhere'), null)).toBeNull()
  })
})
