// Rows that are kept for a time only, on PostgreSQL.
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { retentionContract } from './retention.contract.ts'

retentionContract(postgresPlaces())
