// The contract of commission on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { commissionContract } from './commission.contract.ts'

commissionContract('PostgreSQL', postgresPlaces())
