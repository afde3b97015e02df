// Runs one load scenario by name: `npm run loadtest -- spike`.
import { runRush } from './redPacket/run.ts'
import { runSharedStock } from './sharedStock/run.ts'
import { runSpike } from './spike.ts'

const SCENARIOS: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  'red-packet': runRush,
  'shared-stock': runSharedStock,
  spike: runSpike,
}

const name = process.argv[2] ?? ''
const scenario = SCENARIOS[name]
if (scenario === undefined) {
  console.error(`loadtest: name a scenario: ${Object.keys(SCENARIOS).join(', ')}`)
  process.exit(2)
}
process.exit((await scenario(process.argv.slice(3))) ? 0 : 1)
