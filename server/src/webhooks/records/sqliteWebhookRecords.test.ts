// The contract of webhook records on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { webhookRecordsContract } from './webhookRecords.contract.ts'

webhookRecordsContract('SQLite', sqlitePlaces)
