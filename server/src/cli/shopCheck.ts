// npm run shop:check: tries the shop of the settings; with none, the generic adapter against the demo shop, hold to paid.
import { tryDemoShop } from '../shops/demo/tryDemoShop.ts'
import { type Environment, processEnvironment, readConfig } from '../settings/config.ts'
import { tryConfigured } from './tryConfigured.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

function isConfigured(env: Environment): boolean {
  return ['SHOP_KIND', 'SHOP_URL'].some((name) => (env[name] ?? '') !== '')
}

async function main(): Promise<number> {
  const env = processEnvironment()
  if (!isConfigured(env)) {
    print('no shop in the settings: trying the generic adapter against the demo shop')
    return tryDemoShop(print).then(
      () => 0,
      (error: unknown) => {
        print(`failed: ${error instanceof Error ? error.message : String(error)}`)
        return 1
      },
    )
  }
  const outcome = readConfig(env)
  if (outcome.ok) return (await tryConfigured(outcome.config, print)) ? 0 : 1
  outcome.problems.forEach(print)
  return 78
}

process.exitCode = await main()
