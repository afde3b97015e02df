// Puts the shop's adapter behind the checkout; one deployment serves one shop.
import type { Checkout } from './checkout.ts'
import { createGenericAdapter, type GenericNeeds } from './generic.ts'

export async function createCheckout(needs: GenericNeeds): Promise<Checkout> {
  const { price, namesHoldBy, stock, buildHandoff, verifyEvent, publicKeys } = await createGenericAdapter(needs)
  return { answers: { price, namesHoldBy, stock }, linkTo: buildHandoff, verify: verifyEvent, publicKeys }
}
