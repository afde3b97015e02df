// The contract of templates of the shop on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { templatesContract } from './templates.contract.ts'

templatesContract('SQLite', sqlitePlaces)
