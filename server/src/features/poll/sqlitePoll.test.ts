// The contract of polls on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { pollContract } from './poll.contract.ts'

pollContract('SQLite', sqlitePlaces)
