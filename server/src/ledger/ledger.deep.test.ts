// The ledger for long: 24,000 random commands, and SIGKILL in a storm of holds (budget: 6 minutes).
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../clock.ts'
import { sqlitePlaces } from './ledger.contract.ts'
import { runModel } from './modelRun.ts'
import { aHold, openShop, SHOW, sqlitePlace } from './testShop.ts'

const ROUNDS = 10
const STORM = fileURLToPath(new URL('./crashStorm.ts', import.meta.url))

test('24,000 random commands never break I1, I2 or I4', { timeout: 300_000 }, async () => {
  await runModel(sqlitePlaces, { runs: 20, steps: 12, commandsPerStep: 100 })
})

test('a process killed in a storm loses no acknowledged hold', { timeout: 300_000 }, async () => {
  const place = await sqlitePlace()
  const stock = { cup: 900_000, small: 900_000, large: 900_000 }
  const clock = createSharedClock(Date.now())
  await (await openShop(place, { stock, clock })).close()

  for (let round = 0; round < ROUNDS; round++) {
    const acknowledged = await killInStorm(place.file, round)
    const shop = await openShop(place, { clock })
    expect(await shop.ledger.check()).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(0)
    const again = acknowledged.map(({ id, offerId }) => shop.ledger.place(aHold(id, `v${id}`, [[offerId, 1]])))
    for (const outcome of await Promise.all(again)) expect(outcome).toMatchObject({ ok: true })
    const { holds } = await shop.store.readRoomSince(SHOW, 0)
    const stored = new Set<string>(holds.map((hold) => hold.id))
    expect(acknowledged.filter(({ id }) => !stored.has(id))).toEqual([])
    await shop.close()
  }
  await place.drop()
})

interface Acknowledged {
  readonly id: string
  readonly offerId: OfferId
}

/** Kills the storm some time after it is ready; answers what it had acknowledged by then. */
async function killInStorm(file: string, round: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [STORM, file, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk)
    if (output.split('\n', 3 + round * 97).length > 2 + round * 97) child.kill('SIGKILL')
  }
  const whole = output.slice(0, output.lastIndexOf('\n')).split('\n')
  return whole.flatMap((line) => {
    const [id, offerId] = line.split(' ')
    return id && offerId && id !== 'ready' ? [{ id, offerId: OfferId.parse(offerId) }] : []
  })
}
