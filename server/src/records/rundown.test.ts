// The contract of a rundown that staff change, on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { rundownContract } from './rundown.contract.ts'

const places = postgresPlaces()

rundownContract('SQLite', sqlitePlaces)
rundownContract('PostgreSQL', places)
