// npm run shop:check: tries the shop of the settings; with none, the generic adapter against the demo shop, hold to paid.
import { tryDemoShop } from '../shops/demo/tryDemoShop.ts'
import { type Config, type Environment, readConfig } from '../settings/config.ts'
import type { CommandLine } from './command.ts'
import { tripConfigured } from './tripConfigured.ts'
import { tryConfigured } from './tryConfigured.ts'

function isConfigured(env: Environment): boolean {
  return ['SHOP_KIND', 'SHOP_URL'].some((name) => (env[name] ?? '') !== '')
}

/** First whether it answers, then the whole way. */
async function check(config: Config, print: CommandLine['print']): Promise<number> {
  if (!(await tryConfigured(config, print))) return 1
  return (await tripConfigured(config, print)) ? 0 : 1
}

export async function runShopCheck({ env, print }: CommandLine): Promise<number> {
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
  if (outcome.ok) return check(outcome.config, print)
  outcome.problems.forEach(print)
  return 78
}
