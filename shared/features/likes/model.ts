// Taps on the heart, counted for everyone.
import { max } from '../../contract/merge.ts'
import { commandsOf, type Said } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = { everyone: { likes: max() } }

export const facts = ['likes:added'] as const

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'like:send': { from: ['viewer'], refusals: ['SHOW_ENDED'], limit: { times: 15, inSeconds: 10 } },
})
