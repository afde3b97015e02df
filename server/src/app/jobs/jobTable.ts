// Every job a database of this server may be asked to run; the database thread loads this module.
import { STORE_JOBS } from './table.ts'
import { commitBatch } from '../../ledger/jobs/commitBatch.ts'
import { balanceStock, findStockOf, findUnbalanced } from '../../ledger/jobs/balance.ts'
import { checkLedger } from '../../ledger/jobs/check.ts'
import { countOpenHolds, countWaiting, findForHandoff } from '../../ledger/jobs/reads.ts'
import { SEAL_JOBS } from '../../activities/seals/jobs.ts'

export const JOBS = [
  ...STORE_JOBS,
  commitBatch,
  checkLedger,
  countOpenHolds,
  countWaiting,
  findForHandoff,
  findUnbalanced,
  findStockOf,
  balanceStock,
  ...SEAL_JOBS,
] as const
