// Decides one request on the bench: a table from kind to rule.
import type { Bench } from '../bench.ts'
import type { InputOf, Kind, LedgerRequest, OutputOf } from '../requests.ts'
import { expireIfOverdue } from './move.ts'
import { decidePlace } from './place.ts'
import { decideRelease } from './release.ts'
import { decideReport } from './report.ts'
import { decideEndShow, decideStart, decideStop } from './sales.ts'

const DECIDE: { readonly [K in Kind]: (bench: Bench, input: InputOf<K>) => OutputOf<K> } = {
  place: decidePlace,
  release: decideRelease,
  report: decideReport,
  startSale: decideStart,
  stopSale: decideStop,
  endShow: decideEndShow,
  sweep: (bench) => sweep(bench),
}

export function decide<K extends Kind>(bench: Bench, request: LedgerRequest<K>): OutputOf<K> {
  return DECIDE[request.kind](bench, request.input)
}

/** Ends the sales whose time is over: before anything else is decided. */
export function settleSales(bench: Bench): number {
  const open = [...bench.sales.all()].filter((sale) => sale.endedAt === null)
  return open.filter((sale) => bench.settleSale(sale) !== sale).length
}

/** Expires every loaded hold that is past its deadline. */
function sweep(bench: Bench): number {
  return [...bench.holds.all()].filter((hold) => expireIfOverdue(bench, hold) !== hold).length
}
