// The contract of refunds on both databases.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { refundsContract } from './refunds.contract.ts'

refundsContract('SQLite', sqlitePlaces)
refundsContract('PostgreSQL', postgresPlaces())
