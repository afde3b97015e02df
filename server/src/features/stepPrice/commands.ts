// stepPrice:make: staff set the steps of a product's price.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { MakeOutcome } from '../../activities/activities.ts'
import type { Command } from '../../commands/command.ts'

export const makeStepPrice: Command<'stepPrice:make'> = async (ports, { person, showId }, input) => {
  const { ledger, rooms, settings } = ports
  if (!settings.carriesPrice) return refuse('PRICE_NOT_CARRIED')
  const { activityId, opensAt, lengthMs, start, toFront, productId, steps } = input
  const room = await rooms.findRoom(showId)
  const offers = room?.offers.filter((offer) => offer.productId === productId) ?? []
  if (offers.length === 0) return refuse('PRODUCT_NOT_FOUND')
  const lowest = Math.min(...offers.map(({ priceMinor }) => priceMinor))
  if (steps.some(({ priceMinor }) => priceMinor >= lowest))
    return refuse('PRICE_NOT_LOWER', { detail: { priceMinor: lowest } })
  const others = room?.stepPrices.filter((one) => one.productId === productId && one.id !== activityId) ?? []
  const runs = others.some(({ state }) => state === 'open' || state === 'announced')
  if (start !== 'draft' && runs) return refuse('STEP_PRICE_RUNNING')
  const life = { activityId, opensAt, lengthMs, start, toFront, conditions: [] }
  const config = { productId, steps }
  const made = await ledger.makeActivity({ showId, kind: 'stepPrice', ...life, config, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return start === 'draft' ? made : shownOrRefused(made)
}

/** Another one was faster in the same moment: this one is kept. */
function shownOrRefused(made: MakeOutcome) {
  return made.ok && made.value.state === 'draft' ? refuse('STEP_PRICE_RUNNING') : made
}
