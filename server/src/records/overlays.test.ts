// The contract of overlays on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { overlayContract } from './overlays.contract.ts'

const places = postgresPlaces()

overlayContract('SQLite', sqlitePlaces)
overlayContract('PostgreSQL', places)
