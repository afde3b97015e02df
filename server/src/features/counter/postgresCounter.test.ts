// The contract of the counter on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { counterContract } from './counter.contract.ts'

counterContract('PostgreSQL', postgresPlaces())
