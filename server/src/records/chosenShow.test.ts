// The contract of shows with chosen products on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { chosenShowContract } from './chosenShow.contract.ts'

const places = postgresPlaces()

chosenShowContract('SQLite', sqlitePlaces)
chosenShowContract('PostgreSQL', places)
