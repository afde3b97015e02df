// The contract of refreshing on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { refresherContract } from './refresher.contract.ts'

const places = postgresPlaces()

refresherContract('SQLite', sqlitePlaces)
refresherContract('PostgreSQL', places)
