// The contract of members on PostgreSQL.
import { postgresPlaces } from '../postgresPlaces.ts'
import { membersContract } from './members.contract.ts'

membersContract('PostgreSQL', postgresPlaces())
