// The contract of overlays on both databases.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { postgresPlace, withPostgres } from '../testing/postgresPlaces.ts'
import { overlayContract } from './overlays.contract.ts'

const server = withPostgres()

overlayContract('SQLite', sqlitePlaces)
overlayContract('PostgreSQL', () => postgresPlace(server()))
