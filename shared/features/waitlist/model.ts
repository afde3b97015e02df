// The line for what is sold out: who waits is served in turn.
import { compareIds, rows } from '../../contract/merge.ts'
import type { Wait } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  own: {
    waits: rows<Wait>({
      key: ({ offerId }) => offerId,
      order: (a, b) => a.joinedAt - b.joinedAt || compareIds({ id: a.offerId }, { id: b.offerId }),
      // A line only moves forward.
      isLater: (told, known) =>
        told.version === known.version ? told.ahead < known.ahead : told.version > known.version,
    }),
  },
}

export const refusals = { NOT_SOLD_OUT: 'final' } as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'waitlist:join': {
    from: ['viewer'],
    refusals: [
      'OFFER_NOT_FOUND',
      'NOT_OPEN',
      'CURRENCY_CHANGED',
      'NOT_SOLD_OUT',
      'LIMIT_REACHED',
      'ALREADY_HELD',
      'TOO_EARLY',
      'COOL_DOWN',
      'CROWDED_ADDRESS',
    ],
    limit: USUAL,
    brings: (wait) => ({ own: { waits: [wait] } }),
    refusedBrings: ({ hold }) => (hold === undefined ? {} : { own: { holds: [hold] } }),
  },
  'waitlist:leave': { from: ['viewer'], refusals: [], limit: USUAL },
})
