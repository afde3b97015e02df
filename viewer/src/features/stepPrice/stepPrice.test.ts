// A product whose price falls with its buyers: what its card says, and the line of steps.
import { type LocalText, Pins } from '@lantern/shared/contract/things.ts'
import { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import { expect, test } from 'vitest'
import { aRoom, T0 } from '../../view/builders.ts'
import { readDeal } from '../../view/deal.ts'
import { headlineOf } from './headline.ts'

const room = (part: object) => {
  const before = aRoom()
  const [offer] = before.offers
  const life = { opensAt: null, lengthMs: null, openedAt: T0, closesAt: null, closedAt: null, places: null }
  const counts = { conditions: [], entries: 0, revision: 1, version: 1, result: null }
  const steps = [
    { buyers: 5, priceMinor: 5000 },
    { buyers: 20, priceMinor: 4000 },
  ]
  const what = { id: 'steps', kind: 'stepPrice', state: 'open', productId: offer?.productId, steps }
  const one = StepPrice.parse({ ...what, ...life, ...counts, ...part })
  return { one, room: { ...before, stepPrices: [one] }, productId: offer?.productId ?? '' }
}

test('the card shows the price of the step that is open, with the usual one struck out', () => {
  const { room: reached, productId } = room({ entries: 6 })
  const { room: before } = room({ entries: 4 })

  const usual = readDeal(before, productId, T0)?.priceMinor ?? 0
  expect(usual).toBeGreaterThan(5000)
  expect(readDeal(reached, productId, T0)).toMatchObject({ priceMinor: 5000, wasMinor: usual })
})

test('once it is over the next one pays the usual price', () => {
  const { room: over, productId } = room({ entries: 6, state: 'settled' })

  expect(readDeal(over, productId, T0)?.priceMinor).toBeGreaterThan(5000)
})

test('the line is as long as the buyers are between two marks, which stand at even distances', () => {
  const { one, room: shown } = room({ entries: 14 })

  const { percent, marks, next } = lookAtSteps(one, shown)

  expect(percent).toBe(80)
  expect(marks.map(({ at, isReached }) => [at, isReached])).toEqual([
    [0, true],
    [50, true],
    [100, false],
  ])
  expect(next).toMatchObject({ missing: 6, priceMinor: 4000 })
})

test('while another product is on the card the line says which one gets cheaper', () => {
  const { one, room: shown, productId } = room({ entries: 3 })
  const t = (key: string, given?: object) => [key, ...Object.values(given ?? {})].join(' ')
  const words = { t, text: (text: LocalText | null) => text?.en ?? '', money: String, count: String }
  const titled = words.text(shown.products.find(({ id }) => id === productId)?.title ?? null)
  const withPins = (productIds: readonly string[]) => ({ ...shown, pins: Pins.parse({ productIds, version: 2 }) })

  expect(titled).not.toBe('')
  expect(headlineOf({ one, room: withPins([productId, 'mug']), words })).not.toContain(titled)
  expect(headlineOf({ one, room: withPins(['mug', productId]), words })).toContain(titled)
  expect(headlineOf({ one, room: withPins([]), words })).toContain(titled)
})
