// Step prices of the quiet show: made, and refused for every reason there is.
import type { ActivityCast } from './activityStory.ts'

const STEPS = [{ buyers: 1000, priceMinor: 1 }]

function stepPrice(activityId: string, more: object = {}) {
  return { activityId, productId: 'lamp', steps: STEPS, start: 'open', opensAt: null, lengthMs: null, ...more }
}

export async function tellOfStepPrices({ owner, newId }: ActivityCast): Promise<void> {
  const activityId = newId()
  const { revision } = await owner('stepPrice:make', stepPrice(activityId))
  await owner('stepPrice:make', stepPrice(activityId, { steps: [{ buyers: 2000, priceMinor: 1 }] }))
  await owner('stepPrice:make', stepPrice(newId()))
  const kept = newId()
  const draft = await owner('stepPrice:make', stepPrice(kept, { start: 'draft' }))
  await owner('activity:announce', { activityId: kept, revision: draft.revision })
  await owner('activity:open', { activityId: kept, revision: draft.revision })
  await owner('stepPrice:make', stepPrice(newId(), { productId: 'nobody' }))
  await owner('stepPrice:make', stepPrice(newId(), { steps: [{ buyers: 2, priceMinor: 99_999_999 }] }))
  await owner('stepPrice:make', stepPrice(newId(), { currency: 'JPY' }))
  await owner('activity:close', { activityId, revision })
}

export async function makeTooLate({ owner, newId }: ActivityCast): Promise<void> {
  await owner('stepPrice:make', stepPrice(newId()))
}
