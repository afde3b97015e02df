// What the server does for members: who they are, and what they are shown of it.
export * as contract from '@lantern/shared/features/members/contract.ts'
export { erasures } from './erasures.ts'
export { migrations } from './tables.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { createMemberBook } from './memberBook.ts'
import { readMembers } from './readMembers.ts'
import { readOwn } from './readOwn.ts'
import { takeTokens } from './takeTokens.ts'
import { readTiers, saveTiers } from './tiers.ts'

export const jobs = [takeTokens, readOwn, readMembers, readTiers, saveTiers]

export const handlers = {}

/** What is open as long as the server is. */
export const services = { members: (needs: ServiceNeeds) => createMemberBook(needs) }
