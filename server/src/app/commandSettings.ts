// What commands know of the settings; of the shop they ask when they run: another one may be connected by then.
import type { Ports } from '../commands/command.ts'
import type { Checkout } from '../shops/checkout.ts'

interface Known {
  readonly nodeUrl: string
  readonly config: { readonly minTokenAgeMs: number }
  readonly checkout: Pick<Checkout, 'answers'>
}

export function commandSettings({ nodeUrl, config: { minTokenAgeMs }, checkout }: Known): Ports['settings'] {
  return {
    nodeUrl,
    minTokenAgeMs,
    get carriesPrice() {
      return checkout.answers.price !== 'none'
    },
    get combines() {
      return checkout.answers.combines
    },
  }
}
