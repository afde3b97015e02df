// The contract of chosen testers on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { testersContract } from './testers.contract.ts'

testersContract('SQLite', sqlitePlaces)
