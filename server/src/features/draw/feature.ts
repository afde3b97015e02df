// What the server does for draws: a kind of activity whose winners nobody can choose.
export * as contract from '@lantern/shared/features/draw/contract.ts'
export { migrations } from './tables.ts'
export { readings } from './readings.ts'
export { DRAW as activity } from './rules.ts'
import { claimWin } from './claimWin.ts'
import { claimPrize, enterDraw, makeDraw } from './commands.ts'

export const jobs = [claimWin]

export const handlers = {
  'draw:make': makeDraw,
  'draw:enter': enterDraw,
  'draw:claim': claimPrize,
}
