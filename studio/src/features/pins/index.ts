// Pins: what stands in front of viewers, by button and by number, and shown over the own picture.
import type { DeskValue } from '../../desk/DeskContext.ts'
import type { Feature } from '../../places.ts'
import { nextPins, pinPlace } from './pins.ts'

export const pins = {
  keys: [
    {
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      rank: 10,
      shown: '1 – 9',
      word: 'keys.pin',
      press: pinNumber,
    },
  ],
  parts: {
    'rundown.row': {
      pin: {
        marks: ({ pins: { productIds } }, { id }) => ({ 'data-pin': pinPlace(productIds, id) ?? 'none' }),
        load: () => import('./desk.ts'),
      },
    },
    'stage.over': { front: { load: () => import('./desk.ts') } },
  },
} as const satisfies Feature

function pinNumber(desk: DeskValue, key: string): boolean {
  const product = desk.room.products.find((each) => each.number === Number(key))
  if (!product || !desk.may('pins:set') || desk.room.show.phase === 'ended') return false
  void desk.send('pins:set', { productIds: nextPins(desk.room.pins.productIds, product.id) })
  return true
}
