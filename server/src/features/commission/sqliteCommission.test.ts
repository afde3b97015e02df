// The contract of commission on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { commissionContract } from './commission.contract.ts'

commissionContract('SQLite', sqlitePlaces)
