// Tries the shop that the settings name, and says what it can do and what came of it.
import { createCheckout } from '../shops/createCheckout.ts'
import type { Config } from '../settings/config.ts'

/** Whether it answers and takes what the settings say. Nothing is kept: secrets live as long as this call. */
export async function tryConfigured(config: Config, print: (line: string) => void): Promise<boolean> {
  const store = { secret: (_name: string, make: () => Promise<string>) => make() }
  const checkout = await createCheckout({ store, clock: Date.now, config })
  const { kind, price, quotes, namesHoldBy, stock, tellsOrders, givesBack } = checkout.answers
  print(`${kind}: price ${price}, hold named by ${namesHoldBy}, stock ${stock}`)
  print(
    `what is to pay is ${quotes === 'cart' ? 'read from the cart before a buyer leaves' : 'not known before the order'}`,
  )
  print(
    `can be asked for orders: ${tellsOrders ? 'yes' : 'no'}, gives money back when told: ${givesBack ? 'yes' : 'no'}`,
  )
  if (price === 'none') print('flash sales are refused: this shop cannot be told a price below its own')
  const tried = await checkout.test()
  if (tried.ok) print('the shop answers, and takes what the settings say')
  else print(`failed: ${tried.code} ${JSON.stringify(tried.detail ?? {})}`)
  return tried.ok
}
