// The contract of topics on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { topicContract } from './topic.contract.ts'

topicContract('SQLite', sqlitePlaces)
