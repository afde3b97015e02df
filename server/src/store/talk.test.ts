// The contract of what is said on both databases.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { postgresPlace, withPostgres } from '../testing/postgresPlaces.ts'
import { commentContract } from './talk.contract.ts'
import { talkContract } from './talkRules.contract.ts'

const server = withPostgres()

commentContract('SQLite', sqlitePlaces)
commentContract('PostgreSQL', () => postgresPlace(server()))
talkContract('SQLite', sqlitePlaces)
talkContract('PostgreSQL', () => postgresPlace(server()))
