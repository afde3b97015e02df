// Decides one request in the working set: a table from kind to rule.
import { isOverdue } from '../../domain/hold.ts'
import { settleSale } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { InputOf, Kind, LedgerRequest, OutputOf } from '../requests.ts'
import { decideFront, decideMake, decideMove } from './activities.ts'
import { decideChange } from './change.ts'
import { decideDraw, decideRedraw } from './draws.ts'
import { decideEnter } from './enter.ts'
import { expireIfOverdue } from './move.ts'
import { decideChangeOffer } from './offers.ts'
import { decidePlace } from './place.ts'
import { decideRedeem } from './redeem.ts'
import { decideRelease } from './release.ts'
import { decideReport } from './report.ts'
import { decideEndShow, decideStart, decideStop } from './sales.ts'
import { decideSettle } from './settle.ts'
import { decidePlan } from './waiting.ts'
import { decideJoinWaitlist, decideLeaveWaitlist, decidePresence } from './waitlist.ts'

const DECIDE: { readonly [K in Kind]: (set: WorkingSet, input: InputOf<K>) => OutputOf<K> } = {
  place: decidePlace,
  release: decideRelease,
  change: decideChange,
  joinWaitlist: decideJoinWaitlist,
  leaveWaitlist: decideLeaveWaitlist,
  setPresence: decidePresence,
  changeOffer: decideChangeOffer,
  settleOrder: decideSettle,
  report: decideReport,
  redeem: decideRedeem,
  startSale: decideStart,
  stopSale: decideStop,
  endShow: decideEndShow,
  sweep,
  makeActivity: decideMake,
  moveActivity: decideMove,
  planActivity: decidePlan,
  setFront: decideFront,
  enter: decideEnter,
  settleDraw: decideDraw,
  redraw: decideRedraw,
  // Moved before anything else in the batch was decided.
  moveDue: () => ({ moved: 0, broken: [] }),
}

export function decide<K extends Kind>(set: WorkingSet, request: LedgerRequest<K>): OutputOf<K> {
  return DECIDE[request.kind](set, request.input)
}

/** Ends the sales whose time is over, before anything else is decided; answers how many. */
export function settleSales(set: WorkingSet): number {
  const open = [...set.sales.all()].filter((sale) => sale.endedAt === null)
  return open.filter((sale) => settleSale(set, sale)).length
}

/** Expires the due holds; those another request of the batch has moved are no longer overdue. */
function sweep(set: WorkingSet, { limit }: InputOf<'sweep'>): number {
  const found = set.dueIds.flatMap((id) => set.holds.find(id) ?? [])
  const due = found.filter((hold) => isOverdue(hold, set.now)).slice(0, limit)
  return due.filter((hold) => expireIfOverdue(set, hold) !== hold).length
}
