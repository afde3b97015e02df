// What the server does for commission.
export * as contract from '@lantern/shared/features/commission/contract.ts'
export { erasures, migrations } from './tables.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { endSharer, joinSharer } from '../../sharing/people.ts'
import { readSharingRules, setSharingRules } from '../../sharing/rules.ts'
import { checkCommission } from './check.ts'
import { end, join, leave, list, mine, pay, read, set } from './commands.ts'
import { createJoinPace } from './joinPace.ts'
import { payOut } from './money.ts'
import { listSharers, readMine, readOrderRows } from './reads.ts'
import { readBoard } from './board.ts'
import { readSharerPage } from './readPage.ts'
import { readPages } from './readPages.ts'
import { createSharerBook } from './sharerBook.ts'
import { enterPage, findPage, openSharerPage, passSharerPage, voidSharerPage } from './sharerPage.ts'
import { readStatement } from './statement.ts'
import { readTree } from './tree.ts'
import { COMMISSION } from './subscription.ts'

export const jobs = [
  readSharingRules,
  setSharingRules,
  checkCommission,
  joinSharer,
  endSharer,
  readMine,
  listSharers,
  readOrderRows,
  payOut,
  ...[enterPage, findPage, openSharerPage, passSharerPage, voidSharerPage, readSharerPage, readPages],
  ...[readBoard, readStatement, readTree],
]

export const handlers = {
  'sharing:read': read,
  'sharing:set': set,
  'sharer:join': join,
  'sharer:mine': mine,
  'sharer:leave': leave,
  'sharers:list': list,
  'sharer:end': end,
  'sharer:pay': pay,
}

/** What is open as long as the server is. */
export const services = {
  joinPace: (needs: ServiceNeeds) => createJoinPace(needs),
  sharers: (needs: ServiceNeeds) => createSharerBook(needs),
}

export const proof = checkCommission

/** What it makes of the log. */
export const subscriptions = [COMMISSION]
