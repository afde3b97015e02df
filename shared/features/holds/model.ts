// Holds: units kept for a viewer for some minutes.
import { byId, compareIds, STAFF_ROWS, rows } from '../../contract/merge.ts'
import { NO_UNITS, PLACING } from '../../contract/placing.ts'
import type { StaffHold, Hold } from '../../contract/things.ts'
import { type Brought, commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  staff: {
    holds: rows<StaffHold>({
      key: byId,
      order: (a, b) => b.grantedAt - a.grantedAt || compareIds(a, b),
      keep: STAFF_ROWS,
    }),
  },
  own: { holds: rows<Hold>({ key: byId, order: (a, b) => a.grantedAt - b.grantedAt || compareIds(a, b) }) },
}

export const refusals = {
  NOT_OPEN: 'final',
  SOLD_OUT: 'final',
  NOT_ENOUGH: 'final',
  LIMIT_REACHED: 'final',
  PRICE_ROSE: 'final',
  ALREADY_HELD: 'final',
  HOLD_ID_TAKEN: 'final',
  TOO_EARLY: 'retry',
  HOLD_NOT_FOUND: 'final',
  HOLD_OVER: 'final',
  HOLD_PAYING: 'final',
  COOL_DOWN: 'final',
  CROWDED_ADDRESS: 'retry',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

const brings = (hold: Hold): Brought => ({ own: { holds: [hold] } })

export const commands = commandsOf<typeof COMMANDS>()({
  'hold:place': {
    from: ['viewer'],
    refusals: [...PLACING, 'TOO_EARLY'],
    limit: { times: 20, inSeconds: 10 },
    brings,
    refusedBrings: ({ hold }) => (hold === undefined ? {} : { own: { holds: [hold] } }),
  },
  'hold:change': {
    from: ['viewer'],
    refusals: ['HOLD_NOT_FOUND', 'HOLD_OVER', 'HOLD_PAYING', 'SALE_OVER', ...NO_UNITS],
    limit: USUAL,
    brings,
  },
  'hold:release': { from: ['viewer'], refusals: ['HOLD_NOT_FOUND', 'HOLD_OVER'], limit: USUAL, brings },
})
