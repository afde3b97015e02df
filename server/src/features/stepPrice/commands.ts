// stepPrice:make: staff set the steps of a product's price.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Offer } from '@lantern/shared/contract/things.ts'
import type { PriceStep } from '@lantern/shared/features/stepPrice/contract.ts'
import type { MakeOutcome } from '../../activities/activities.ts'
import type { Command } from '../../commands/command.ts'

export const makeStepPrice: Command<'stepPrice:make'> = async (ports, { person, showId }, input) => {
  const { ledger, rooms, settings } = ports
  if (!settings.carriesPrice) return refuse('PRICE_NOT_CARRIED')
  const { activityId, opensAt, lengthMs, start, toFront, productId, steps, currency: from } = input
  const room = await rooms.findRoom(showId)
  const refusal = refuseSteps({ steps, from }, room?.offers.filter((offer) => offer.productId === productId) ?? [])
  if (refusal) return refusal
  const others = room?.stepPrices.filter((one) => one.productId === productId && one.id !== activityId) ?? []
  const runs = others.some(({ state }) => state === 'open' || state === 'announced')
  if (start !== 'draft' && runs) return refuse('STEP_PRICE_RUNNING')
  const life = { activityId, opensAt, lengthMs, start, toFront, conditions: [] }
  const config = { productId, steps }
  const made = await ledger.makeActivity({ showId, kind: 'stepPrice', ...life, config, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return start === 'draft' ? made : shownOrRefused(made)
}

interface Asked {
  readonly steps: readonly PriceStep[]
  /** The currency that they are in; undefined: that of the show. */
  readonly from: string | undefined
}

/** Null: each is below every offer of the product. */
function refuseSteps({ steps, from }: Asked, offers: readonly Offer[]) {
  const [first] = offers
  if (first === undefined) return refuse('PRODUCT_NOT_FOUND')
  const to = first.currency
  if (from !== undefined && from !== to) return refuse('CURRENCY_CHANGED', { detail: { from, to } })
  const lowest = Math.min(...offers.map(({ priceMinor }) => priceMinor))
  const isLow = steps.every(({ priceMinor }) => priceMinor < lowest)
  return isLow ? null : refuse('PRICE_NOT_LOWER', { detail: { priceMinor: lowest } })
}

/** Another one was faster in the same moment: this one is kept. */
function shownOrRefused(made: MakeOutcome) {
  return made.ok && made.value.state === 'draft' ? refuse('STEP_PRICE_RUNNING') : made
}
