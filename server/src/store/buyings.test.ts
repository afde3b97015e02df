// The contract of comment to buy on both databases.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { postgresPlace, withPostgres } from '../testing/postgresPlaces.ts'
import { buyingContract } from './buyings.contract.ts'

const server = withPostgres()

buyingContract('SQLite', sqlitePlaces)
buyingContract('PostgreSQL', () => postgresPlace(server()))
