// The contract of what is kept about the shop on both databases.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { postgresPlace, withPostgres } from '../testing/postgresPlaces.ts'
import { shopRecordsContract } from './shopRecords.contract.ts'

const server = withPostgres()

shopRecordsContract('SQLite', sqlitePlaces)
shopRecordsContract('PostgreSQL', () => postgresPlace(server()))
