// What the server does for what viewers have been granted.
export * as contract from '@lantern/shared/features/rewards/contract.ts'
export { readings } from './readings.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { listRewards } from '../../rewards/readRewards.ts'

export const jobs = [listRewards]

const list: Command<'rewards:list'> = async ({ store }, { person }) =>
  grant({ rewards: await store.run(listRewards, { viewerId: person.viewerId }) })

export const handlers = { 'rewards:list': list }
