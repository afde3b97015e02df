// The contract of the counter on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { counterContract } from './counter.contract.ts'

counterContract('SQLite', sqlitePlaces)
