// npm run shop:check: tries the shop of the settings; with none, the generic adapter against the demo shop, hold to paid.
import { createCheckout } from './checkout/createCheckout.ts'
import { tryDemoShop } from './checkout/tryDemoShop.ts'
import { type Config, type Environment, processEnvironment, readConfig } from './config.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

function isConfigured(env: Environment): boolean {
  return ['SHOP_KIND', 'SHOP_URL'].some((name) => (env[name] ?? '') !== '')
}

/** Nothing is kept: secrets live as long as this program, which signs nothing that anybody takes. */
async function tryConfigured(config: Config): Promise<number> {
  const store = { secret: (_name: string, make: () => Promise<string>) => make() }
  const checkout = await createCheckout({ store, clock: Date.now, config })
  const { kind, price, namesHoldBy, stock, tellsOrders, givesBack } = checkout.answers
  print(`${kind}: price ${price}, hold named by ${namesHoldBy}, stock ${stock}`)
  print(
    `can be asked for orders: ${tellsOrders ? 'yes' : 'no'}, gives money back when told: ${givesBack ? 'yes' : 'no'}`,
  )
  if (price === 'none') print('flash sales are refused: this shop cannot be told a price below its own')
  const tried = await checkout.test()
  if (!tried.ok) {
    print(`failed: ${tried.code} ${JSON.stringify(tried.detail ?? {})}`)
    return 1
  }
  print('the shop answers, and takes what the settings say')
  return 0
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
  if (outcome.ok) return tryConfigured(outcome.config)
  outcome.problems.forEach(print)
  return 78
}

process.exitCode = await main()
