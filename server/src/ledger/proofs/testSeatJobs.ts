// The jobs of a database whose ledger has the tests' seats as a further book.
import { JOBS as SHIPPED } from '../../app/jobs/jobTable.ts'
import { createCheckLedger } from '../jobs/check.ts'
import { createCommitBatch } from '../jobs/commitBatch.ts'
import { BOOKS_AND_SEATS, makeSeats, readSeats } from './testSeats.ts'

const OWN = [createCommitBatch(BOOKS_AND_SEATS), createCheckLedger(BOOKS_AND_SEATS), makeSeats, readSeats] as const
const isReplaced = ({ name }: { readonly name: string }) => OWN.some((own) => own.name === name)

export const JOBS = [...SHIPPED.filter((job) => !isReplaced(job)), ...OWN]
