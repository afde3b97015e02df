// The contract of webhook records on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { webhookRecordsContract } from './webhookRecords.contract.ts'

webhookRecordsContract('PostgreSQL', postgresPlaces())
