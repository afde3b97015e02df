// Step prices: the more people pay, the less everyone pays.
import { MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, StepPrice, StepRefunds } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: StepPrice) => state === 'removed' || state === 'cancelled'
const stepPrices = rows<StepPrice>({ key: byId, order: (a, b) => a.revision - b.revision, isGone })
const stepRefunds = rows<StepRefunds>({ key: ({ activityId }) => activityId })

export const slices = { everyone: { stepPrices }, staff: { stepPrices, stepRefunds } }

export const refusals = {
  /** Another one runs on the product: two prices at once would be a riddle. */
  STEP_PRICE_RUNNING: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'stepPrice:make': {
    from: AT_THE_DESK,
    refusals: [
      ...MAKE_REFUSALS,
      'PRODUCT_NOT_FOUND',
      'CURRENCY_CHANGED',
      'PRICE_NOT_CARRIED',
      'PRICE_NOT_LOWER',
      'STEP_PRICE_RUNNING',
    ],
    limit: USUAL,
  },
})
