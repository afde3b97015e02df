// The contract of what is kept about the shop on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { handoffFailuresContract } from './handoffFailures.contract.ts'
import { shopRecordsContract } from './shopRecords.contract.ts'

const places = postgresPlaces()

shopRecordsContract('SQLite', sqlitePlaces)
shopRecordsContract('PostgreSQL', places)
handoffFailuresContract('SQLite', sqlitePlaces)
handoffFailuresContract('PostgreSQL', places)
