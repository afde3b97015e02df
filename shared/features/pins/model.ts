// Pinned products: what stands in front of everyone.
import { one } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import type { Pins } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = { everyone: { pins: one<Pins>({ productIds: [], version: 0 }) } }

export const facts = ['pins:changed'] as const

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'pins:set': { from: AT_THE_DESK, refusals: ['PRODUCT_NOT_FOUND', 'SHOW_ENDED'], limit: USUAL },
})
