// What the server does for the shop's counter.
export * as contract from '@lantern/shared/features/counter/contract.ts'
export { erasures, migrations } from './tables.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { findCode, makeOwnCode, readOwnCode } from './codes.ts'
import { createCounterBook } from './counterBook.ts'
import { listRedemptions } from './list.ts'
import { findRedemption, lookAt } from './look.ts'
import { findRules, setRules } from './rules.ts'

export const jobs = [findRules, setRules, readOwnCode, makeOwnCode, findCode, lookAt, findRedemption, listRedemptions]

export const handlers = {}

/** What is open as long as the server is. */
export const services = { counter: (needs: ServiceNeeds) => createCounterBook(needs) }
