// Rooms that are followed through work at random, for long, on each database; ten times as much with `-- --full`.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlace, withOwnPostgres } from '../testing/postgresPlaces.ts'
import { followingContract } from './following.contract.ts'

const TIMES = process.env['DEEP'] === 'full' ? 10 : 1
const postgres = withOwnPostgres()

followingContract('SQLite', sqlitePlaces, 30 * TIMES)
followingContract('PostgreSQL', () => postgresPlace(postgres()), 8 * TIMES)
