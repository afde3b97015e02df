// Every job a database of this server may be asked to run; the database thread loads this module.
import { STORE_JOBS } from '../store/jobs/table.ts'
import { commitBatch } from './jobs/commitBatch.ts'
import { checkLedger } from './jobs/check.ts'
import { countOpenHolds, countWaiting, findForHandoff } from './jobs/reads.ts'

export const JOBS = [...STORE_JOBS, commitBatch, checkLedger, countOpenHolds, countWaiting, findForHandoff] as const
