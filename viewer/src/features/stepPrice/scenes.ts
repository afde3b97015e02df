// The states of a step price for the design review.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const STEPS = [
  { buyers: 10, priceMinor: 11_500 },
  { buyers: 20, priceMinor: 9900 },
]

const MANY = [
  { buyers: 10, priceMinor: 18_900 },
  { buyers: 50, priceMinor: 17_900 },
  { buyers: 200, priceMinor: 15_900 },
  { buyers: 1000, priceMinor: 12_900 },
  { buyers: 5000, priceMinor: 9900 },
]

const aStepPrice = (part: object = {}) =>
  StepPrice.parse({
    id: 'steps',
    kind: 'stepPrice',
    state: 'open',
    opensAt: null,
    lengthMs: 600_000,
    openedAt: NOW - 220_000,
    closesAt: NOW + 380_000,
    closedAt: null,
    places: null,
    conditions: [],
    entries: 0,
    revision: 1,
    version: 1,
    productId: 'linen-shirt',
    steps: STEPS,
    result: null,
    ...part,
  })

const scene = (stepPrice: StepPrice): RoomView =>
  view({ room: room({ stepPrices: [stepPrice], front: { activityId: ActivityId.parse('steps'), version: 1 } }) })

const over = { state: 'settled', closedAt: NOW, entries: 23, result: { reached: 2, priceMinor: 9900 } }

export const SCENES: Readonly<Record<string, RoomView>> = {
  stepPriceFirst: scene(aStepPrice({ entries: 2 })),
  stepPrice: scene(aStepPrice({ entries: 17 })),
  stepPriceAll: scene(aStepPrice({ entries: 23 })),
  stepPriceOver: scene(aStepPrice(over)),
  stepPriceMany: scene(aStepPrice({ entries: 312, steps: MANY })),
  stepPriceNone: scene(aStepPrice({ ...over, entries: 3 })),
  stepPriceSoon: scene(aStepPrice({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000 })),
  stepPriceCancelled: scene(aStepPrice({ ...over, state: 'cancelled' })),
}
