// The contract of taking over all on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { takeChangesContract } from './takeChanges.contract.ts'

const places = postgresPlaces()

takeChangesContract('SQLite', sqlitePlaces)
takeChangesContract('PostgreSQL', places)
