// Orders as the shop reported them, and what staff do about them.
import { compareIds, STAFF_ROWS, gauge, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import type { StaffOrder } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, StaffTotals } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const key = ({ orderId, holdId }: StaffOrder) => `${orderId} ${holdId}`

export const slices = {
  staff: {
    orders: rows<StaffOrder>({
      key,
      order: (a, b) => b.at - a.at || compareIds({ id: key(a) }, { id: key(b) }),
      keep: STAFF_ROWS,
    }),
    totals: gauge<StaffTotals>({ held: 0, paid: 0, soldMinor: 0, needsYou: 0 }),
  },
}

export const refusals = { ORDER_NOT_FOUND: 'final', ORDER_SETTLED: 'final' } as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'order:settle': {
    from: AT_THE_DESK,
    refusals: ['ORDER_NOT_FOUND', 'ORDER_SETTLED', 'NOT_ENOUGH_UNITS'],
    limit: USUAL,
  },
})
