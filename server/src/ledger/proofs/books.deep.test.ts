// Orders with a further book in the ledger on PostgreSQL; those on SQLite are quick enough for every run.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { ordersContract } from './orders.contract.ts'
import { withSeats } from './testSeats.ts'

const places = postgresPlaces()

ordersContract('PostgreSQL with a further book', async () => withSeats(await places()))
