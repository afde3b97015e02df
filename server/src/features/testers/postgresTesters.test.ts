// The contract of chosen testers on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { testersContract } from './testers.contract.ts'

testersContract('PostgreSQL', postgresPlaces())
