// Stocks that several shows sell from, on PostgreSQL; two processes sell from one there.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { processesContract } from './processes.contract.ts'
import { sharedStockContract } from './sharedStock.contract.ts'

const places = postgresPlaces()

sharedStockContract('PostgreSQL', places)
processesContract('PostgreSQL', places)
