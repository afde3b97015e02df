// Random draws of the ledger itself, with whoever was erased, has won already or lets a prize go by, computed again by the program that anyone may run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type PlaceMaker, sqlitePlaces } from '@lantern/server/src/ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '@lantern/server/src/ledger/proofs/testShop.ts'
import {
  aDraw,
  claimIn,
  closeByClock,
  type DrawShow,
  enter,
  HOUR_MS,
  openDrawShow,
  settle,
} from '@lantern/server/src/testing/drawShow.ts'
import { createRandom, type Random } from '@lantern/server/src/testing/fuzz/random.ts'
import { postgresPlaces } from '@lantern/server/src/testing/postgresPlaces.ts'
import { servePublished } from '@lantern/server/src/testing/servePublished.ts'
import { describe, expect, test } from 'vitest'

const VERIFY = join(import.meta.dirname, 'verify.mjs')
const DRAWS = 8
const PEOPLE = Array.from({ length: 24 }, (_, nth) => `v${nth}`)
const IDS = Array.from({ length: DRAWS }, (_, nth) => ActivityId.parse(`draw-${nth}`))

const some = (random: Random, share: number) => PEOPLE.filter(() => random.chance(share))

async function play(shop: DrawShow, random: Random): Promise<void> {
  shop.beacon.reach(random.chance(0.8))
  for (const activityId of IDS) {
    const conditions = random.chance(0.5) ? [{ is: 'notWon' as const }] : []
    await shop.ledger.makeActivity(aDraw({ winners: random.int(1, 6) }, { activityId, conditions }))
    for (const who of some(random, random.pick([0.1, 0.5, 0.9]))) await enter(shop, who, activityId)
  }
  shop.beacon.reach(true)
  for (const who of some(random, 0.1))
    await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse(who), by: STAFF })
  await closeByClock(shop)
  for (let more = 1; more > 0;) more = await settle(shop)
  for (let hours = random.int(0, 3); hours > 0; hours--) {
    await claimSome(shop, random)
    shop.clock.advance(HOUR_MS)
    for (let more = 1; more > 0;) more = await settle(shop)
  }
}

async function claimSome(shop: DrawShow, random: Random): Promise<void> {
  for (const activityId of IDS) {
    for (const who of some(random, 0.3)) await claimIn(shop, activityId, who)
  }
}

async function publishedLines({ store }: DrawShow): Promise<string[]> {
  const served = await servePublished({ store })
  const lines: string[] = []
  for (const id of IDS) lines.push(await (await fetch(`${served.url}/v/${id}.json`)).text())
  await served.close()
  return lines
}

function verify(lines: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [VERIFY, '-'], { input: lines.join('\n'), encoding: 'utf8' })
  return { status, stdout }
}

const PLACES: readonly (readonly [string, PlaceMaker])[] = [
  ['SQLite', sqlitePlaces],
  ['PostgreSQL', postgresPlaces()],
]

describe.each(PLACES)('on %s', (_name, makePlace) => {
  test('all that the ledger has drawn is right', async () => {
    const seed = Date.now() % 1_000_000
    const place = await makePlace()
    const shop = await openDrawShow(place)
    await play(shop, createRandom(seed))
    const lines = await publishedLines(shop)
    await shop.close()
    await place.drop()

    const right = verify(lines)
    expect(right.status, `seed ${seed}: ${right.stdout}`).toBe(0)
    const changed = lines.map((line, nth) => (nth === 0 ? line.replace(/"head":"[0-9a-f]/, '"head":"g') : line))
    expect(verify(changed).status).not.toBe(0)
  })
})
