// The contract of shops that are connected in the studio on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { connectionRecordsContract } from './connections.contract.ts'

connectionRecordsContract('SQLite', sqlitePlaces)
connectionRecordsContract('PostgreSQL', postgresPlaces())
