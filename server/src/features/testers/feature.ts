// What the server does for chosen testers: a kind of activity whose reward is a place on a list.
export * as contract from '@lantern/shared/features/testers/contract.ts'
export { migrations } from './tables.ts'
export { readings } from './readings.ts'
export { TESTERS as activity } from './rules.ts'
import { makeTesters, tellContact, takePlace } from './commands.ts'
import { keepContact } from './keepContact.ts'

export const jobs = [keepContact]

export const handlers = {
  'testers:make': makeTesters,
  'testers:take': takePlace,
  'testers:contact': tellContact,
}
