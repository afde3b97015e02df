// What is said of the units that a show may have.
import { FreeUnits } from '@lantern/shared/contract/http.ts'
import { expect, it } from 'vitest'
import type { Say } from '../words.ts'
import { unitsForDesk, unitsForNew } from './unitsWords.ts'

const say: Say = (key, values) =>
  `${key.replace('units.', '')}${values === undefined ? '' : ` ${Object.values(values).join(' ')}`}.`
const autumn = { showId: 'autumn', title: { en: 'Autumn' }, units: 480 }
const units = (more: object) => FreeUnits.parse({ free: 0, products: 12, without: 12, keptBy: [autumn], ...more })

it('names the show that keeps everything, and the next step', () => {
  expect(unitsForNew(say, units({}), 'en')).toEqual({ text: 'none. keeps Autumn 480. nextStep.', isNone: true })
})

it('says that the shop has none where no show keeps any', () => {
  expect(unitsForNew(say, units({ keptBy: [] }), 'en').text).toBe('none. shopNone.')
})

it('says how many are free, and who keeps the rest where a product would have none', () => {
  expect(unitsForNew(say, units({ free: 90, without: 2 }), 'en').text).toBe('free 90. without 2. keeps Autumn 480.')
  expect(unitsForNew(say, units({ free: 90, without: 0 }), 'en')).toEqual({ text: 'free 90.', isNone: false })
})

it('is silent about goods that the shop does not count', () => {
  expect(unitsForNew(say, units({ without: 0, keptBy: [] }), 'en')).toEqual({ text: '', isNone: false })
})

it('on the desk says who keeps them, or how many have come free', () => {
  expect(unitsForDesk(say, units({}), 'en')).toBe('deskNone. keeps Autumn 480. nextStep.')
  expect(unitsForDesk(say, units({ free: 5 }), 'en')).toBe('deskNone. deskFree 5.')
  expect(unitsForDesk(say, units({ keptBy: [] }), 'en')).toBe('deskNone. shopNone.')
})
