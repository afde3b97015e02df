// The contract of what comes after a show on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { afterContract } from './after.contract.ts'

const places = postgresPlaces()

afterContract('SQLite', sqlitePlaces)
afterContract('PostgreSQL', places)
