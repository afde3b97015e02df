// The jobs of a database whose ledger knows the tests' kind of activity.
import { JOBS as SHIPPED } from '../../../app/jobs/jobTable.ts'
import { createCheckLedger } from '../../jobs/check.ts'
import { createCommitBatch } from '../../jobs/commitBatch.ts'
import { BOOKS_OF_PICKS } from './testKind.ts'
import { readActivityFacts, readOwnWords, readPicks } from './activityShow.ts'

const OWN = [
  createCommitBatch(BOOKS_OF_PICKS),
  createCheckLedger(BOOKS_OF_PICKS),
  readPicks,
  readActivityFacts,
  readOwnWords,
] as const
const isReplaced = ({ name }: { readonly name: string }) => OWN.some((own) => own.name === name)

export const JOBS = [...SHIPPED.filter((job) => !isReplaced(job)), ...OWN]
