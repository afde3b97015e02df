// Rows that are kept for a time only, on SQLite.
import { sqlitePlace } from '../ledger/proofs/testShop.ts'
import { retentionContract } from './retention.contract.ts'

retentionContract(sqlitePlace)
