// The contract of product files on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { importsContract } from './imports.contract.ts'
import { sheetsContract } from './sheets.contract.ts'

const places = postgresPlaces()

importsContract('SQLite', sqlitePlaces)
importsContract('PostgreSQL', places)
sheetsContract('SQLite', sqlitePlaces)
sheetsContract('PostgreSQL', places)
