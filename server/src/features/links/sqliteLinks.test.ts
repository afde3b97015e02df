// The contract of share links on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { linksContract } from './links.contract.ts'

linksContract('SQLite', sqlitePlaces)
