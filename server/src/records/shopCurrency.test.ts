// The contract of a shop that changes its currency, on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { shopCurrencyContract } from './shopCurrency.contract.ts'

const places = postgresPlaces()

shopCurrencyContract('SQLite', sqlitePlaces)
shopCurrencyContract('PostgreSQL', places)
