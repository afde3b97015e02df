// Taps on the heart, counted for everyone.
import { max } from '../../contract/merge.ts'
import { commandsOf } from '../feature.ts'
import type { COMMANDS } from './contract.ts'

export const slices = { everyone: { likes: max() } }

export const facts = ['likes:added'] as const

export const commands = commandsOf<typeof COMMANDS>()({
  'like:send': { from: ['viewer'], refusals: ['SHOW_ENDED'], limit: { times: 15, inSeconds: 10 } },
})
