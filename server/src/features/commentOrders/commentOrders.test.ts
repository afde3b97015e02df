// The contract of comment to buy on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { buyingContract } from './commentOrders.contract.ts'

const places = postgresPlaces()

buyingContract('SQLite', sqlitePlaces)
buyingContract('PostgreSQL', places)
