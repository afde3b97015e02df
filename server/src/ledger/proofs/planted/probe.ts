// A quick look for mistakes, run in a copy of the source: probe.ts <rules, model or crash> <seed>; exits 1 when it finds one.
import { expectKept, killInStorm, randomAt, STORM_STOCK } from '../model/crashRounds.ts'
import { runModel } from '../model/modelRun.ts'
import { openShop, newSqlitePlace } from '../testShop.ts'
import { GROUP_SCENES } from '../../../testing/groups/groupScenes.ts'
import { LINE_SCENES } from './lineScenes.ts'
import { ORDER_SCENES } from './orderScenes.ts'
import { PLAY_SCENES } from './playScenes.ts'
import { PRICE_SCENES } from './priceScenes.ts'
import { SCENES } from './scenes.ts'

const ROUNDS = 4
/** Of the model where it alone is to notice: one run passes some mistakes by now and then. */
const RUNS = 8
const [probe, seed = '1'] = process.argv.slice(2)

async function probeRules(): Promise<void> {
  for (const play of [...SCENES, ...LINE_SCENES, ...ORDER_SCENES, ...PLAY_SCENES, ...PRICE_SCENES, ...GROUP_SCENES])
    await play(newSqlitePlace)
  await probeModel(1)
}

async function probeModel(runs: number): Promise<void> {
  for (let run = 0; run < runs; run++) {
    const replay = String(Number(seed) + run)
    await runModel(newSqlitePlace, { commands: 3000, steps: 10, commandsPerStep: 80, replay, shrinkMs: 0 })
  }
}

async function probeCrash(): Promise<void> {
  const place = await newSqlitePlace()
  await (await openShop(place, { stock: STORM_STOCK })).close()
  for (let round = 0; round < ROUNDS; round++) {
    const killAfter = 1 + randomAt(Number(seed), round, 1500)
    await expectKept(place, await killInStorm({ at: place.file, round, killAfter }))
  }
  await place.drop()
}

const PROBES: Readonly<Record<string, () => Promise<void>>> = {
  rules: probeRules,
  model: () => probeModel(RUNS),
  crash: probeCrash,
}

// Said when every module is there: a copy that cannot be loaded has not been probed.
process.stdout.write('ready\n')
await PROBES[probe ?? 'rules']?.().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.message : error).slice(0, 1500))
  process.exit(1)
})
process.exit(0)
