// The contract of members on PostgreSQL.
import { postgresPlaces } from '../postgresPlaces.ts'
import { membersContract } from './members.contract.ts'
import { tiersContract } from './tiers.contract.ts'

const places = postgresPlaces()
membersContract('PostgreSQL', places)
tiersContract('PostgreSQL', places)
