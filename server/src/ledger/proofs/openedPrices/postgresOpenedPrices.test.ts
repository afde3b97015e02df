// The contract of step prices on PostgreSQL.
import { postgresPlaces } from '../../../testing/postgresPlaces.ts'
import { stepPriceContract } from './openedPrices.contract.ts'

stepPriceContract('PostgreSQL', postgresPlaces())
