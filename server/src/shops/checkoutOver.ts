// The same checkout with some of it done otherwise.
import type { Checkout } from './checkout.ts'

/** Its answers stay those of the moment: another shop may be connected while it lives. */
export function checkoutOver(checkout: Checkout, changed: Partial<Omit<Checkout, 'answers'>>): Checkout {
  return {
    ...checkout,
    ...changed,
    get answers() {
      return checkout.answers
    },
  }
}
