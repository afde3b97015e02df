// Pinned products: what stands in front of everyone.
import { one } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import type { Pins } from '../../contract/things.ts'
import { commandsOf, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'

export const slices = { everyone: { pins: one<Pins>({ productIds: [], version: 0 }) } }

export const facts = ['pins:changed'] as const

export const commands = commandsOf<typeof COMMANDS>()({
  'pins:set': { from: AT_THE_DESK, refusals: ['PRODUCT_NOT_FOUND', 'SHOW_ENDED'], limit: USUAL },
})
